"use strict";

/** What has just happened, in words: read out by screen readers, and where it is asked for, shown for a while. */
const Live = (() => {
  const SHOWN_FOR = 6000;
  const line = byId("live");
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let later;

  return {
    /** @param {string} text @param {{seen?: boolean}} [options] Whether it is also shown. */
    say: (text, { seen = false } = {}) => {
      line.textContent = text;
      line.classList.toggle("unseen", !seen);
      clearTimeout(later);
      if (seen) later = setTimeout(() => line.classList.add("unseen"), SHOWN_FOR);
    },
  };
})();
