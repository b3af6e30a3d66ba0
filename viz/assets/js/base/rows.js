"use strict";

/**
 * Rows and cards that Python wrote: those of nodes that the filter leaves out are hidden. A row names its nodes in
 * `data-nodes`, all of which have to pass; a list that has such rows may have a `data-none` element, shown when no row is left.
 */
const Rows = (() => {
  const apply = () => {
    /** @type {NodeListOf<HTMLElement>} */
    const rows = document.querySelectorAll("[data-nodes]");
    for (const row of rows) row.hidden = !(row.dataset.nodes ?? "").split(" ").every((node) => Filter.passes(Number(node)));
    /** @type {NodeListOf<HTMLElement>} */
    const lists = document.querySelectorAll("[data-list]");
    for (const list of lists) {
      const none = list.querySelector("[data-none]");
      if (none instanceof HTMLElement) none.hidden = list.querySelector("[data-nodes]:not([hidden])") !== null;
    }
  };
  Start.with(() => State.on("filter", apply));
  return { apply };
})();
