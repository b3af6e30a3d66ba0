"use strict";

/** What is to be done once all scripts are there: each part of the page adds its own beginning. */
const Start = (() => {
  /** @type {Array<() => void>} */
  const waiting = [];
  return {
    /** @param {() => void} begin */
    with: (begin) => waiting.push(begin),
    all: () => {
      for (const begin of waiting) begin();
    },
  };
})();
