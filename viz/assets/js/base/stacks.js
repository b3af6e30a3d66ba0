"use strict";

/** Tables that stand as cards where columns have no room: each cell then says what its column is called. */
const Stacks = (() => {
  /** @param {HTMLTableElement} table */
  const label = (table) => {
    const names = [...(table.tHead?.rows[0]?.cells ?? [])].map((head) => head.textContent?.trim() ?? "");
    for (const row of table.tBodies[0].rows) for (const [i, cell] of [...row.cells].entries()) cell.dataset.label = names[i];
  };

  Start.with(() => {
    for (const table of /** @type {NodeListOf<HTMLTableElement>} */ (document.querySelectorAll(".stacks"))) {
      Choice.during((table.closest(".view")?.id ?? "").replace("view-", ""), ["lang"], () => label(table));
    }
  });

  return { label };
})();
