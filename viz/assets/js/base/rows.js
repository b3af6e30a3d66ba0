"use strict";

/**
 * Rows and cards that Python wrote: those that the filter leaves out are hidden. A row names its nodes in `data-nodes`, all
 * of which have to pass, or the municipalities and themes it is about in `data-about`: of either kind that it names, one has
 * to be among those narrowed down to. In a list (`data-list`) a `data-none` element is shown when no row is left.
 */
const Rows = (() => {
  /** @param {string | undefined} nodes */
  const numbers = (nodes) => (nodes ?? "").split(" ").filter(Boolean).map(Number);

  /** @param {number[]} nodes */
  const isNamed = (nodes) =>
    ["Municipality", "Theme"].every((label) => {
      const kind = nodes.filter((node) => Nodes.label(node) === label);
      return !kind.length || kind.some((node) => Filter.names(node));
    });

  /** @param {HTMLElement} row */
  const passes = (row) => numbers(row.dataset.nodes).every((node) => Filter.passes(node)) && isNamed(numbers(row.dataset.about));

  /** Whether a list has a row left, not counting those of lists within it. @param {HTMLElement} list */
  const hasRows = (list) =>
    [...list.querySelectorAll(":is([data-nodes], [data-about]):not([hidden])")].some((row) => row.parentElement?.closest("[data-list]") === list);

  const apply = () => {
    /** @type {NodeListOf<HTMLElement>} */
    const rows = document.querySelectorAll("[data-nodes], [data-about]");
    for (const row of rows) row.hidden = !passes(row);
    /** @type {NodeListOf<HTMLElement>} */
    const nones = document.querySelectorAll("[data-none]");
    for (const none of nones) {
      const list = none.closest("[data-list]");
      if (list instanceof HTMLElement) none.hidden = hasRows(list);
    }
  };
  Start.with(() => State.on("filter", apply));
  return { apply };
})();
