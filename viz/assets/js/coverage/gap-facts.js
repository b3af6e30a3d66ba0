"use strict";

/** What the side panel says of a gap: its rank and score with their reasons, the nearest who could help, what would fit. */
const GapFacts = (() => {
  const { part, list } = Panel;
  const found = DATA.coverage.gaps;

  /** @param {number} value */
  const km = (value) => Words.number(value, 1);

  /** Each part of the score in plain words. @type {Record<string, (row: number, crossing: string, value: number | null) => string>} */
  const REASONS = {
    needs: (row) => (found.openNeeds[row] ? Words.t("coverage.why.needs", { n: found.openNeeds[row] }) : Words.t("coverage.why.needsNone")),
    people: (row, _, value) =>
      value === null ? Words.t("coverage.why.peopleUnknown") : Words.t("coverage.why.people", { n: Number(found.population[row]) }),
    near: (_, crossing, value) => {
      const [nearest] = Gaps.helpers(crossing);
      if (!nearest) return Words.t("coverage.why.nobody");
      return value === null ? Words.t("coverage.why.nearUnknown") : Words.t("coverage.why.near", { km: km(Number(nearest[1])) });
    },
    tied: (_, crossing, value) => {
      const steps = Gaps.helpers(crossing).flatMap((helper) => helper[3] ?? []);
      if (!value) return Words.t("coverage.why.tiedNone");
      return value === 1 ? Words.t("coverage.why.tiedOne") : Words.t("coverage.why.tied", { n: Math.min(...steps) });
    },
    resources: (row) => {
      const n = found.resourcesFitting[row];
      return n ? Words.t("coverage.why.resources", { n }) : Words.t("coverage.why.resourcesNone");
    },
  };

  /** @param {number | null} value */
  const bar = (value) => {
    const drawn = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    for (const [name, said] of [["class", "bar"], ["viewBox", "0 0 100 10"], ["preserveAspectRatio", "none"], ["aria-hidden", "true"]]) drawn.setAttribute(name, said);
    const filled = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    filled.setAttribute("width", String(100 * (value ?? 0)));
    filled.setAttribute("height", "10");
    drawn.append(filled);
    return drawn;
  };

  /** @param {number} row @param {string} crossing */
  const score = (row, crossing) => {
    const rows = Gaps.parts(row).map(({ part, value, weight }) =>
      element("li", {},
        element("span", { class: "part-head" }, element("span", {}, Words.t(`coverage.part.${part}`)),
          element("span", { class: "count" }, value === null ? Words.t("coverage.partUnknown")
            : Words.t("coverage.partPoints", { n: Words.number(100 * value, 0), weight: Words.number(100 * weight, 0) }))),
        bar(value),
        element("small", {}, REASONS[part](row, crossing, value))));
    const total = { points: Math.round(100 * found.score[row]), n: found.rank[row] };
    return part(Words.t("coverage.order"),
      element("p", { class: "gap-score" }, Words.t("coverage.rankOf", total)),
      element("ul", { class: "parts" }, ...rows),
      element("p", { class: "note" }, Words.t("coverage.scoreNote")));
  };

  /** How far away, in the ways that are known. @param {[number, number | null, number | null, number | null]} helper */
  const way = ([, far, borders, steps]) => {
    const said = [];
    if (far !== null) said.push(Words.t("coverage.km", { km: km(far) }));
    if (borders !== null) said.push(borders === 1 ? Words.t("coverage.nextDoor") : Words.t("coverage.borders", { n: borders }));
    said.push(steps === null ? Words.t("coverage.stepsNone") : steps === 1 ? Words.t("coverage.stepsOne") : Words.t("coverage.steps", { n: steps }));
    return element("small", {}, said.join(" · "));
  };

  /** @param {string} crossing */
  const helpers = (crossing) => {
    const near = Gaps.helpers(crossing);
    return part(Words.t("coverage.helpers"), near.length
      ? list(near, (helper) => element("li", {}, nodeLink(helper[0]), way(helper)), "ends")
      : element("p", { class: "note" }, Words.t("coverage.why.nobody")));
  };

  /** @param {[number, "same" | "narrower" | "broader", number | null]} fitting */
  const resource = ([node, fit, far]) => {
    const said = [Words.t(`coverage.fit.${fit}`), ...(far === null ? [] : [Words.t("coverage.km", { km: km(far) })])];
    return element("li", {}, nodeLink(node), element("small", {}, said.join(" · ")));
  };

  /** @param {string} crossing */
  const resources = (crossing) => {
    const fitting = Gaps.resources(crossing);
    if (!fitting.length) return part(Words.t("coverage.resources"), element("p", { class: "note" }, Words.t("coverage.why.resourcesNone")));
    return part(Words.t("coverage.resources"), list(fitting, resource, "ends"));
  };

  return {
    /** @param {number} cell */
    of: (cell) => {
      const crossing = Coverage.crossing(cell);
      const row = Gaps.row(crossing);
      if (row !== null) return [score(row, crossing), helpers(crossing), resources(crossing)];
      return DATA.coverage.state[cell] === "none" ? [element("p", { class: "note" }, Words.t("coverage.wardNote"))] : [];
    },
  };
})();
