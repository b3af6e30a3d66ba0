"use strict";

/**
 * Rows and cards that Python wrote: those that the filter leaves out are hidden. A row names its nodes in `data-nodes`, all
 * of which have to pass, or in `data-any` those that it joins, one of which has to and none of which may be hidden, or the municipalities and themes it is about in `data-about`:
 * of either kind that it names, one has to be among those narrowed down to. In a list (`data-list`) a `data-none` element is
 * shown when no row is left.
 */
const Rows = (() => {
  const NAMING = "[data-nodes], [data-any], [data-about]";

  /** @param {string | undefined} nodes */
  const numbers = (nodes) => (nodes ?? "").split(" ").filter(Boolean).map(Number);

  /** @param {number[]} nodes */
  const isNamed = (nodes) =>
    ["Municipality", "Theme"].every((label) => {
      const kind = nodes.filter((node) => Nodes.label(node) === label);
      return !kind.length || kind.some((node) => Filter.names(node));
    });

  /** @param {HTMLElement} row */
  const passes = (row) => {
    const [nodes, any, about] = [row.dataset.nodes, row.dataset.any, row.dataset.about].map(numbers);
    return nodes.every(Filter.passes) && (!any.length || Filter.joins(any)) && isNamed(about);
  };

  /** Whether a list has a row left, not counting those of lists within it. @param {HTMLElement} list */
  const hasRows = (list) =>
    [...list.querySelectorAll(`:is(${NAMING}):not([hidden])`)].some((row) => row.parentElement?.closest("[data-list]") === list);

  const apply = () => {
    /** @type {NodeListOf<HTMLElement>} */
    const rows = document.querySelectorAll(NAMING);
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
