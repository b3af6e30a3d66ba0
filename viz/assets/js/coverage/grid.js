"use strict";

/** Which rows and columns of the heat map are there, and in which order: folded, narrowed down, sorted. */
const Grid = (() => {
  for (const [name, otherwise] of /** @type {Array<[string, string[]]>} */ ([["heatsort", ["code"]], ["themesort", ["tree"]], ["folded", []], ["wards", []], ["single", []]])) {
    State.declare(name, { otherwise, event: "heat" });
  }
  const table = byId("heat");
  /** @param {string} selector @returns {HTMLElement[]} */
  const all = (selector) => (table ? [...table.querySelectorAll(selector)] : []);
  const columns = all("[data-column]").map((head, i) => ({
    i,
    head,
    theme: Number(head.dataset.column),
    group: Number(head.dataset.head),
    sums: head.classList.contains("summed"),
    shown: !head.hidden,
  }));
  const groups = all("[data-group]").map((head) => {
    const group = Number(head.dataset.group);
    const own = columns.filter((column) => column.group === group);
    return { head, group, own, narrow: own.filter((column) => !column.sums), folds: own.some((column) => column.sums) };
  });
  const rows = all("[data-row]").map((row) => ({
    row,
    place: Number(row.dataset.row),
    city: row.dataset.city === undefined ? null : Number(row.dataset.city),
    cells: /** @type {HTMLElement[]} */ ([...row.querySelectorAll("td")]),
  }));
  let order = "";
  /** The width of the room for which it was laid out. */
  let width = 0;

  /** @param {string} name */
  const chosen = (name) => new Set(State.all(name).map((id) => Nodes.number(id)));

  /** The greatest first, others as they were. @template T @param {T[]} list @param {string} sort @param {(item: T) => number[]} nodes */
  const sorted = (list, sort, nodes) => {
    const of = { score: Gaps.scores, gaps: Gaps.numbers }[sort];
    if (!of) return list;
    const sum = (/** @type {T} */ item) => nodes(item).reduce((total, node) => total + (of.get(node) ?? 0), 0);
    return [...list].sort((a, b) => sum(b) - sum(a));
  };

  const sort = () => {
    const [down, across] = [State.get("heatsort"), State.get("themesort")];
    if (order === `${down} ${across}`) return;
    order = `${down} ${across}`;
    const ordered = sorted(groups, across, (group) => group.narrow.map((column) => column.theme));
    const places = ordered.flatMap(({ own }) => [...own.filter((c) => c.sums), ...sorted(own.filter((c) => !c.sums), across, (c) => [c.theme])]);
    ordered[0]?.head.parentElement?.append(...ordered.map(({ head }) => head));
    columns[0]?.head.parentElement?.append(...places.map(({ head }) => head));
    for (const { row, cells } of rows) row.append(...places.map(({ i }) => cells[i]));
    const cities = sorted(rows.filter(({ city }) => city === null), down, ({ place }) => [place]);
    const parts = cities.flatMap((top) => [top, ...rows.filter(({ city }) => city === top.place)]);
    rows[0]?.row.parentElement?.append(...parts.map(({ row }) => row));
  };

  /** Fold, and where that leaves too little room, for the reader who has not said how, fold all. @param {boolean} [whole] */
  const fit = (whole = false) => {
    const box = byId("heat-scroll");
    for (const isTight of [false, true]) {
      if (isTight && (whole || State.all("folded").length || box.scrollWidth <= box.clientWidth)) return;
      Folds.tighten(isTight);
      fold();
      narrow();
    }
  };

  const fold = () => {
    const folded = Folds.now(groups);
    for (const { head, group, own, narrow, folds } of groups) {
      const there = narrow.filter(({ theme }) => Filter.names(theme));
      const closed = folds && folded.has(group);
      for (const column of own) column.shown = column.sums ? closed && there.length > 0 : !closed && there.includes(column);
      head.hidden = there.length === 0;
      head.setAttribute("colspan", String(closed ? 1 : Math.max(there.length, 1)));
    }
    for (const { head, shown } of columns) head.hidden = !shown;
    table.classList.toggle("only-sums", columns.every(({ sums, shown }) => sums || !shown));
  };

  const narrow = () => {
    const opened = chosen("wards");
    const asked = State.get("municipality") !== "";
    for (const { row, place, city, cells } of rows) {
      row.hidden = !Filter.names(place) || (city !== null && !asked && !opened.has(city));
      for (const { i, shown } of columns) if (cells[i].hidden === shown) cells[i].hidden = !shown;
    }
  };

  /** Let the buttons that fold say what they do. */
  const label = () => {
    const [folded, opened] = [Folds.now(groups), chosen("wards")];
    const named = State.get("municipality") !== "";
    for (const button of all("[data-fold]")) say(button, !folded.has(Number(button.dataset.fold)), "theme", Number(button.dataset.fold));
    for (const button of all("[data-wards]")) {
      say(button, named || opened.has(Number(button.dataset.wards)), "wards", Number(button.dataset.wards));
    }
    const foldAll = byId("fold-all");
    if (foldAll) foldAll.textContent = Words.t(Folds.isAll(groups) ? "coverage.unfoldAll" : "coverage.foldAll");
  };

  /** @param {HTMLElement} button @param {boolean} open @param {"theme" | "wards"} what @param {number} node */
  const say = (button, open, what, node) => {
    button.setAttribute("aria-expanded", String(open));
    button.setAttribute("aria-label", Words.t(what === "theme" ? "coverage.foldTheme" : "coverage.foldWards", { name: { node } }));
    button.textContent = open ? "▾" : "▸";
  };

  const layout = () => {
    if (!table) return;
    sort();
    fit();
    label();
    for (const name of ["heatsort", "themesort"]) byId(name).value = State.get(name);
    if (byId("single")) byId("single").checked = State.get("single") !== "";
    table.classList.toggle("show-single", State.get("single") !== "");
    if (byId("single-note")) byId("single-note").hidden = State.get("single") === "";
    byId("heat-none").hidden = visible().length > 0;
    byId("heat-scroll").hidden = visible().length === 0;
    width = byId("heat-scroll").clientWidth;
  };

  /** Fold and unfold anew as the room changes; on paper there is room for all. */
  const watch = () => {
    new ResizeObserver(() => {
      const { clientWidth } = byId("heat-scroll");
      if (clientWidth && clientWidth !== width) layout();
    }).observe(byId("heat-scroll"));
    addEventListener("beforeprint", () => fit(true));
    addEventListener("afterprint", layout);
  };

  /** The cells that are there, row by row, as they stand. @returns {HTMLElement[][]} */
  const visible = () => {
    const body = /** @type {HTMLTableSectionElement | undefined} */ (table?.tBodies[0]);
    return [...(body?.rows ?? [])]
      .filter((row) => !row.hidden)
      .map((row) => [...row.cells].filter((cell) => cell.tagName === "TD" && !cell.hidden))
      .filter((row) => row.length > 0);
  };

  /** Take a node into a list that the state keeps, or out of it. @param {string} name @param {number} node */
  const toggle = (name, node) => {
    const id = Nodes.id(node);
    State.set(name, State.all(name).includes(id) ? State.all(name).filter((other) => other !== id) : [...State.all(name), id]);
  };

  Start.with(() => {
    if (!table) return;
    watch();
    Choice.during("coverage", ["heat", "filter", "lang", "choice"], layout);
    for (const name of ["heatsort", "themesort"]) byId(name).addEventListener("change", () => State.set(name, byId(name).value));
    byId("single")?.addEventListener("change", () => State.set("single", byId("single").checked ? "yes" : null));
    byId("fold-all")?.addEventListener("click", () => Folds.turnAll(groups));
    for (const button of all("[data-fold]")) button.addEventListener("click", () => Folds.turn(groups, Number(button.dataset.fold)));
    for (const button of all("[data-wards]")) button.addEventListener("click", () => toggle("wards", Number(button.dataset.wards)));
  });

  return {
    width: columns.length,
    visible,
    /** The columns that are there, in their order. */
    columns: () => all("[data-column]").filter((head) => !head.hidden).map((head) => Number(head.dataset.column)),
    /** The rows that are there, in their order. */
    rows: () => all("[data-row]").filter((row) => !row.hidden).map((row) => Number(row.dataset.row)),
    /** The column that sums up a column, or null. @param {number} i */
    summary: (i) => columns.find((column) => column.sums && column.group === columns[i].group)?.i ?? null,
    /** The columns that a column sums up. @param {number} i */
    below: (i) => (columns[i].sums ? columns.filter((column) => !column.sums && column.group === columns[i].group).map((column) => column.i) : []),
  };
})();
