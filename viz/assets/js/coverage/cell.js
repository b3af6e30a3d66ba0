"use strict";

/** What the side panel says of a cell of the heat map. */
(() => {
  const { fact, part, list, top } = Panel;
  const c = DATA.coverage;

  /** @param {number} cell */
  const badge = (cell) => {
    const sample = document.querySelector(`.states .cell-${c.state[cell]}`);
    return element("p", { class: "badge" }, sample ? sample.cloneNode(true) : null, Words.t(`coverage.state.${c.state[cell]}`));
  };

  /** @param {number} cell */
  const counts = (cell) => {
    const rows = ["organisations", "collaborations", "neighbours", "openNeeds"].flatMap((key) =>
      fact(Words.t(`coverage.${key}`), Words.number(Number(c[/** @type {"organisations"} */ (key)][cell]))));
    if (c.reportedNone[cell]) rows.push(...fact(Words.t("coverage.reportedNone"), Words.t("coverage.reportedNoneYes")));
    return part(Words.t("panel.facts"), element("dl", { class: "facts numbers" }, ...rows));
  };

  /** @param {number} cell */
  const evidence = (cell) => {
    const found = c.evidence[cell];
    return part(Words.t("coverage.evidence"), found.length
      ? list(found, (node) => element("li", {}, nodeLink(node), element("small", {}, Words.t(`label.${Nodes.label(node)}`))), "ends")
      : element("p", { class: "note" }, Words.t("coverage.evidenceNone")));
  };

  /** The narrow themes that a cell sums up, each with its state. @param {number} cell */
  const summed = (cell) => {
    const row = (/** @type {number} */ below) => {
      const sample = document.querySelector(`.states .cell-${c.state[below]}`);
      const name = element("span", {}, nodeName(c.theme[below]), element("small", {}, Words.t(`coverage.state.${c.state[below]}`)));
      const choose = { type: "button", class: "summed-part", "data-cell": Coverage.crossing(below) };
      return element("li", {}, element("button", choose, sample ? sample.cloneNode(true) : null, name));
    };
    return part(Words.t("coverage.below"), list(Coverage.below(cell), row, "ends"));
  };

  /** @param {number} cell */
  const alone = (cell) => {
    const singles = Gaps.singles(Coverage.crossing(cell));
    if (!singles.length) return null;
    const after = (/** @type {string} */ state) => Words.t("coverage.singleAfter", { state: Words.t(`coverage.state.${state}`) });
    return part(Words.t("coverage.singleShort"),
      list(singles, (single) => element("li", {}, nodeLink(single.node), element("small", {}, after(single.after))), "ends"));
  };

  /** @param {number} cell */
  const children = (cell) => {
    const heading = element("h2", { class: "crossing" }, nodeLink(c.municipality[cell]), " × ", nodeLink(c.theme[cell]));
    const first = [top(Words.t("tabs.coverage"), null), heading, badge(cell)];
    if (Coverage.below(cell).length) return [...first, summed(cell), counts(cell)];
    const explained = element("p", { class: "note" }, Words.t(`coverage.explain.${c.state[cell]}`));
    const rest = [explained, alone(cell), ...GapFacts.of(cell), counts(cell), evidence(cell)];
    return [...first, ...rest.filter((child) => child !== null)];
  };

  Panel.add(() => {
    const cell = Coverage.chosen();
    return cell === null ? null : children(cell);
  });
})();
