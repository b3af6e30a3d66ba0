"use strict";

/** The heat map: one stop of the Tab key, arrows from cell to cell, a choice by click or Enter. */
const Coverage = (() => {
  const table = byId("heat");
  /** @type {HTMLElement[]} */
  const cells = table ? [...table.querySelectorAll("td .cell")] : [];
  /** Number of the cell of a municipality and a theme. */
  const numbers = new Map(DATA.coverage.municipality.map((place, i) => [`${place} ${DATA.coverage.theme[i]}`, i]));
  const width = table ? table.querySelectorAll("thead .narrow").length : 0;

  /** @param {number} cell */
  const said = (cell) => {
    const c = DATA.coverage;
    return Words.t("coverage.cellState", {
      municipality: { node: c.municipality[cell] },
      theme: { node: c.theme[cell] },
      state: Words.t(`coverage.state.${c.state[cell]}`),
      organisations: c.organisations[cell],
      collaborations: c.collaborations[cell],
      neighbours: c.neighbours[cell],
      needs: c.openNeeds[cell],
    });
  };

  const label = () => {
    for (const [cell, button] of cells.entries()) button.setAttribute("aria-label", said(cell));
  };

  /** Number of the cell chosen. @returns {number | null} */
  const chosen = () => numbers.get(Choice.cell()?.join(" ") ?? "") ?? null;

  const mark = () => {
    for (const button of table?.querySelectorAll("[aria-pressed]") ?? []) button.removeAttribute("aria-pressed");
    const cell = chosen();
    if (cell !== null) cells[cell]?.setAttribute("aria-pressed", "true");
  };

  /** @param {HTMLElement} button */
  const rove = (button) => {
    for (const other of table.querySelectorAll('td .cell[tabindex="0"]')) other.tabIndex = -1;
    button.tabIndex = 0;
    button.focus();
  };

  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const from = cells.indexOf(/** @type {HTMLElement} */ (event.target));
    /** @type {Record<string, number>} */
    const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: width, ArrowUp: -width };
    const to = cells[from + (steps[event.key] ?? 0)];
    if (from < 0 || !(event.key in steps) || !to) return;
    event.preventDefault();
    rove(to);
    to.scrollIntoView({ block: "nearest", inline: "nearest" });
  };

  Start.with(() => {
    State.on("choice", mark);
    State.on("lang", label);
    if (!table) return;
    table.addEventListener("keydown", onKey);
    table.addEventListener("mousemove", (/** @type {any} */ event) => {
      const cell = cells.indexOf(event.target.closest("td .cell"));
      Tip.show(cell < 0 ? "" : said(cell), event);
    });
    table.addEventListener("mouseleave", () => Tip.hide());
  });

  return { chosen };
})();
