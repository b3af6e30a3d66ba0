"use strict";

/** Cases as cards: in groups by theme or municipality, under the filter and words; and those near to a gap. */
(() => {
  const WAYS = ["theme", "municipality", "none"];
  const cases = DATA.cases;
  const room = byId("cases");
  const cards = new Map([.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-case]"))].map((card) => [Number(card.dataset.case), card]));
  State.declare("caseby", { otherwise: ["theme"] });
  State.declare("casewords", { flows: true });

  const by = () => WAYS.find((way) => way === State.get("caseby")) ?? "theme";

  /** What a case and its themes and places can be found by. @param {number} row */
  const said = (row) => [cases.node[row], ...cases.themes[row], ...cases.places[row]].map(Search.key).join("\n");

  /** Rows of cases within the filter that hold all words asked for. */
  const shown = () => {
    const wanted = Search.words(State.get("casewords"));
    return cases.node.map((_, row) => row).filter((row) => Filter.passes(cases.node[row]) && wanted.every((word) => said(row).includes(word)));
  };

  /** What a case stands below: those themes or municipalities that the filter names. @param {number} row */
  const heads = (row) => {
    const of = by() === "theme" ? cases.themes[row] : cases.places[row];
    return of.length ? of.filter((node) => Filter.names(node)) : [-1];
  };

  /** @param {number[]} rows @returns {Map<number, number[]>} */
  const grouped = (rows) => {
    /** @type {Map<number, number[]>} */
    const groups = new Map();
    for (const row of rows) for (const head of heads(row)) groups.set(head, [...(groups.get(head) ?? []), row]);
    return new Map([...groups].sort(([a], [b]) => (a < 0 ? 1 : b < 0 ? -1 : a - b)));
  };

  /** A case that stands in several groups is there each time. @param {number} row @param {Set<number>} placed */
  const card = (row, placed) => {
    const made = /** @type {HTMLElement} */ (cards.get(cases.node[row]));
    const again = placed.has(row);
    placed.add(row);
    const shown = again ? /** @type {HTMLElement} */ (made.cloneNode(true)) : made;
    shown.classList.toggle("near", near().includes(row));
    return shown;
  };

  const place = () => {
    const rows = shown();
    const placed = new Set();
    const grid = (/** @type {number[]} */ of) => element("div", { class: "cards case-cards" }, ...of.map((row) => card(row, placed)));
    const parts = [...grouped(rows)].map(([head, of]) => {
      const name = head < 0 ? element("span", {}, Words.t("cases.ungrouped")) : nodeLink(head);
      return element("section", { class: "case-group" }, element("h3", {}, name, element("span", { class: "count" }, Words.number(of.length))), grid(of));
    });
    room.replaceChildren(...(by() === "none" ? [grid(rows)] : parts));
    byId("case-count").textContent = Words.t("cases.count", { n: rows.length, m: cases.node.length });
    byId("cases-none").hidden = rows.length > 0;
  };

  /** Rows of cases of the theme of the cell chosen, or of one below it. @returns {number[]} */
  const near = () => {
    const cell = Choice.cell();
    if (!cell) return [];
    const themes = Filter.within([cell[1]], "BROADER");
    return cases.node.map((_, row) => row).filter((row) => cases.themes[row].some((theme) => themes.has(theme)));
  };

  const gap = () => {
    const cell = Choice.cell();
    const line = byId("case-gap");
    line.hidden = cell === null;
    if (!cell) return;
    const found = near();
    const names = found.flatMap((row) => [nodeLink(cases.node[row]), " "]);
    const place = { municipality: { node: cell[0] }, theme: { node: cell[1] } };
    line.replaceChildren(element("strong", {}, Words.t("cases.nearGap", place)), " ", ...(names.length ? names : [Words.t("cases.nearGapNone")]));
  };

  const draw = () => {
    const find = byId("case-words");
    if (find.value !== State.get("casewords")) find.value = State.get("casewords");
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-caseby]"))) {
      button.setAttribute("aria-pressed", String(button.dataset.caseby === by()));
    }
    gap();
    place();
  };

  /** @param {number[]} nodes */
  const names = (nodes) => nodes.map(Words.name).join(" / ");

  /** @param {number} row */
  const line = (row) => {
    const node = cases.node[row];
    const works = Ties.targets(node, "DESCRIBES");
    const members = works.flatMap((work) => Ties.of(work).filter((tie) => Ties.type(tie) === "PARTICIPATES_IN").map((tie) => Ties.start(tie)));
    const values = ["year", "outcome", "lesson"].map((name) => String(Nodes.value(node, name) ?? ""));
    return [Words.name(node), ...values, names(cases.themes[row]), names(cases.places[row]), names(works), names([...new Set(members)])];
  };

  const table = () => {
    const columns = [
      ...["name", "year", "outcome", "lesson"].map((name) => Words.t(`property.Case.${name}`)),
      ...["label.Theme", "label.Municipality", "label.Collaboration", "cases.members"].map((key) => Words.t(key)),
    ];
    return [columns, ...shown().map(line)];
  };

  Start.with(() => {
    if (!room) return;
    Export.table("cases", table);
    Choice.during("cases", ["filter", "caseby", "casewords", "choice", "lang"], draw);
    byId("case-words").addEventListener("input", () => State.set("casewords", byId("case-words").value));
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-caseby]"))) {
      button.addEventListener("click", () => State.set("caseby", button.dataset.caseby ?? ""));
    }
  });
})();
