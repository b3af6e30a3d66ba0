"use strict";

/** The cells of the heat map: one stop of the Tab key, arrows from cell to cell, a choice by click or Enter. */
const Coverage = (() => {
  const table = byId("heat");
  /** In the order of the cells' numbers. @type {HTMLElement[]} */
  const cells = table ? [...table.querySelectorAll("td .cell")] : [];
  const numberOf = new Map(cells.map((button, i) => [button, i]));
  const c = DATA.coverage;
  /** Number of the cell of a municipality and a theme. */
  const numbers = new Map(c.municipality.map((place, i) => [`${place} ${c.theme[i]}`, i]));

  /** @param {number} cell */
  const crossing = (cell) => `${c.municipality[cell]} ${c.theme[cell]}`;

  /** The cells that a cell sums up. @param {number} cell */
  const below = (cell) => Grid.below(cell % Grid.width).map((i) => cell - (cell % Grid.width) + i);

  /** How many of the cells below are of a state. @param {number} cell @param {string} state */
  const ofState = (cell, state) => below(cell).filter((each) => c.state[each] === state).length;

  /** @param {number} cell */
  const said = (cell) => {
    const names = { municipality: { node: c.municipality[cell] }, theme: { node: c.theme[cell] } };
    const themes = below(cell).length;
    if (themes) return Words.t("coverage.sumState", { ...names, themes, covered: ofState(cell, "covered"), gaps: ofState(cell, "none") });
    const counts = { organisations: c.organisations[cell], collaborations: c.collaborations[cell], neighbours: c.neighbours[cell], needs: c.openNeeds[cell] };
    const alone = Gaps.singles(crossing(cell)).length ? ` ${Words.t("coverage.singleShort")}` : "";
    return Words.t("coverage.cellState", { ...names, state: Words.t(`coverage.state.${c.state[cell]}`), ...counts }) + alone;
  };

  /** The language that the cells are labelled in; thousands of them wait until they are looked at. */
  let labelled = "";

  const label = () => {
    if (Choice.view() !== "coverage" || labelled === Words.language()) return;
    labelled = Words.language();
    for (const [cell, button] of cells.entries()) button.setAttribute("aria-label", said(cell));
  };

  /** Number of the cell chosen. @returns {number | null} */
  const chosen = () => numbers.get(Choice.cell()?.join(" ") ?? "") ?? null;

  /** The button that shows a cell: its own, or that of the sum it is folded into. @param {number} cell */
  const shownBy = (cell) => {
    const sum = Grid.summary(cell % Grid.width);
    return cells[cell].parentElement?.hidden && sum !== null ? cells[cell - (cell % Grid.width) + sum] : cells[cell];
  };

  const mark = () => {
    for (const button of table?.querySelectorAll("[aria-pressed]") ?? []) button.removeAttribute("aria-pressed");
    const cell = chosen();
    if (cell === null || !table) return;
    shownBy(cell).setAttribute("aria-pressed", "true");
    shownBy(cell).scrollIntoView({ block: "nearest", inline: "nearest" });
  };

  /** Whom the filter asks for beside places and themes: then a cell needs somebody of them. */
  const asksForMore = () => ["community", "sector", "since", "until"].some((name) => State.get(name) !== "");

  /** Take the colour from the cells that nothing within the filter speaks for. */
  const fade = () => {
    const asks = asksForMore();
    byId("heat-off").hidden = !asks;
    const passes = c.evidence.map((nodes) => !asks || nodes.some((node) => Filter.passes(node)));
    for (const [cell, button] of cells.entries()) {
      const parts = below(cell);
      button.classList.toggle("cell-off", asks && !(parts.length ? parts.some((part) => passes[part]) : passes[cell]));
    }
  };

  /** One cell that is there can be reached by Tab. @param {HTMLElement} [wanted] */
  const rove = (wanted) => {
    for (const other of table.querySelectorAll('td .cell[tabindex="0"]')) other.tabIndex = -1;
    const cell = chosen();
    const there = Grid.visible().flat().map((place) => /** @type {HTMLElement} */ (place.firstElementChild));
    const stop = [wanted, cell === null ? undefined : shownBy(cell), there[0]].find((button) => button && there.includes(button));
    if (stop) stop.tabIndex = 0;
    return stop;
  };

  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const grid = Grid.visible().map((row) => row.map((place) => /** @type {HTMLElement} */ (place.firstElementChild)));
    const from = /** @type {HTMLElement} */ (event.target);
    const y = grid.findIndex((row) => row.includes(from));
    if (y < 0) return;
    const x = grid[y].indexOf(from);
    /** @type {Record<string, [number, number]>} */
    const steps = {
      ArrowRight: [y, x + 1], ArrowLeft: [y, x - 1], ArrowDown: [y + 1, x], ArrowUp: [y - 1, x],
      Home: [y, 0], End: [y, grid[y].length - 1], PageDown: [Math.min(y + 10, grid.length - 1), x], PageUp: [Math.max(y - 10, 0), x],
    };
    const [row, column] = steps[event.key] ?? [-1, -1];
    const to = grid[row]?.[column];
    if (!to) return;
    event.preventDefault();
    rove(to)?.focus();
    to.scrollIntoView({ block: "nearest", inline: "nearest" });
  };

  /** @param {any} event */
  const onMove = (event) => {
    const cell = numberOf.get(event.target.closest("td .cell"));
    const name = event.target.closest(".head")?.querySelector("[data-node]");
    Tip.show(cell === undefined ? (name ? Words.name(Number(name.dataset.node)) : "") : said(cell), event);
  };

  Start.with(() => {
    if (!table) return;
    Choice.during("coverage", ["choice"], mark);
    for (const event of ["view", "lang"]) State.on(event, label);
    Choice.during("coverage", ["filter"], fade);
    Choice.during("coverage", ["heat", "filter", "choice"], rove);
    table.addEventListener("keydown", onKey);
    table.addEventListener("click", (/** @type {any} */ event) => {
      const cell = numberOf.get(event.target.closest("td .cell"));
      if (cell !== undefined) Choice.chooseCell(c.municipality[cell], c.theme[cell]);
    });
    table.addEventListener("mousemove", onMove);
    table.addEventListener("mouseleave", () => Tip.hide());
  });

  return {
    chosen,
    crossing,
    below,
    said,
    /** @param {number} municipality @param {number} theme */
    number: (municipality, theme) => numbers.get(`${municipality} ${theme}`) ?? null,
  };
})();
