"use strict";

/** The figure that the map shows of each municipality, of what the filter lets through. */
const Figures = (() => {
  /** @type {Record<string, string>} */
  const LABELS = {
    organisations: "Organisation",
    perPeople: "Organisation",
    collaborations: "Collaboration",
    openNeeds: "Need",
    resources: "Resource",
    cases: "Case",
    places: "Place",
  };
  /** @type {Record<string, string>} */
  const STATES = { gaps: "none", covered: "covered", unknown: "unknown" };
  const PEOPLE = 10_000;
  const dated = () => State.get("since") !== "" || State.get("until") !== "";

  /** Whether something goes on; where a period is asked for, the filter tells. @param {number} node */
  const goesOn = (node) => {
    const label = Nodes.label(node);
    if (label === "Need") return Nodes.value(node, "closedOn") === null;
    if (dated()) return true;
    if (label === "Collaboration") return Nodes.value(node, "status") !== "ended";
    return label !== "Organisation" || (Nodes.value(node, "memberUntil") === null && Nodes.value(node, "dissolvedOn") === null);
  };

  /** @param {number} area @param {string} label */
  const count = (area, label) => {
    let found = 0;
    for (const node of Areas.nodes(area, label)) if (Filter.passes(node) && goesOn(node)) found += 1;
    return found;
  };

  /** Persons; of a city without a figure, those of its wards where all have one. @param {number} area @returns {number | null} */
  const population = (area) => {
    const own = Nodes.value(area, "population");
    if (own !== null) return Number(own);
    const wards = [...Areas.partsOf(area)].filter((place) => place !== area);
    const known = wards.filter((place) => Nodes.value(place, "population") !== null);
    if (!wards.length || known.length < wards.length) return null;
    return known.reduce((sum, place) => sum + Number(Nodes.value(place, "population")), 0);
  };

  /** Whether a theme has no narrower one: broad themes repeat what those below them say. @type {Map<number, boolean>} */
  const narrow = new Map(DATA.coverage.theme.map((theme) => [theme, Filter.within([theme], "BROADER").size === 1]));
  /** Cells of narrow themes of each municipality. @type {Map<number, number[]>} */
  const cells = new Map();
  for (const [cell, place] of DATA.coverage.municipality.entries()) {
    if (narrow.get(DATA.coverage.theme[cell])) cells.set(place, [...(cells.get(place) ?? []), cell]);
  }

  /** @param {number} area @param {string} by @returns {number | null} */
  const ofCells = (area, by) => {
    const asked = (cells.get(area) ?? []).filter((cell) => Filter.names(DATA.coverage.theme[cell]));
    if (!asked.length) return null;
    const found = asked.filter((cell) => DATA.coverage.state[cell] === STATES[by]).length;
    return by === "covered" ? Math.round((100 * found) / asked.length) : found;
  };

  /** @param {number} area @returns {number | null} */
  const value = (area) => {
    const by = State.get("mapby");
    if (by in STATES) return ofCells(area, by);
    const found = count(area, LABELS[by] ?? LABELS.organisations);
    if (by !== "perPeople") return found;
    const people = population(area);
    return people ? Math.round((10 * PEOPLE * found) / people) / 10 : null;
  };

  return {
    value,
    /** @param {number | null} value */
    said: (value) => {
      if (value === null) return Words.t("map.unknownValue");
      return State.get("mapby") === "covered" ? `${Words.number(value)}%` : Words.number(value);
    },
    /** The same in a shape. @param {number | null} value */
    mark: (value) => (value === null ? "?" : Figures.said(value)),
  };
})();
