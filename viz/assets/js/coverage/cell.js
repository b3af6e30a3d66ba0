"use strict";

/** What the side panel says of a cell of the heat map. */
const Cell = (() => {
  const { fact, part, list, top } = Panel;

  /** @param {number} cell */
  const badge = (cell) => {
    const state = DATA.coverage.state[cell];
    const sample = document.querySelector(`.states .cell-${state}`);
    return element("p", { class: "badge" }, sample ? sample.cloneNode(true) : null, Words.t(`coverage.state.${state}`));
  };

  /** @param {number} cell */
  const counts = (cell) => {
    const c = DATA.coverage;
    const rows = ["organisations", "collaborations", "neighbours", "openNeeds"].flatMap((key) =>
      fact(Words.t(`coverage.${key}`), Words.number(Number(c[/** @type {"organisations"} */ (key)][cell]))));
    if (c.reportedNone[cell]) rows.push(...fact(Words.t("coverage.reportedNone"), Words.t("coverage.reportedNoneYes")));
    return part(Words.t("panel.facts"), element("dl", { class: "facts numbers" }, ...rows));
  };

  /** @param {number} cell */
  const evidence = (cell) => {
    const found = DATA.coverage.evidence[cell];
    return part(Words.t("coverage.evidence"), found.length
      ? list(found, (node) => element("li", {}, nodeLink(node), element("small", {}, Words.t(`label.${Nodes.label(node)}`))), "ends")
      : element("p", { class: "note" }, Words.t("coverage.evidenceNone")));
  };

  /** @param {number} cell */
  const children = (cell) => {
    const c = DATA.coverage;
    return [
      top(Words.t("tabs.coverage"), null),
      element("h2", { class: "crossing" }, nodeLink(c.municipality[cell]), " × ", nodeLink(c.theme[cell])),
      badge(cell),
      element("p", { class: "note" }, Words.t(`coverage.explain.${c.state[cell]}`)),
      counts(cell),
      evidence(cell),
    ];
  };

  Panel.add(() => {
    const cell = Coverage.chosen();
    return cell === null ? null : children(cell);
  });
})();
