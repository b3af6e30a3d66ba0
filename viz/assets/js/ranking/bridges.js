"use strict";

/** What is known of those that bridge, as it is or without the secretariat. */
const Bridges = (() => {
  State.declare("without");

  /** @type {Map<number, number>} */
  const rows = new Map(DATA.measures.organisation.map((node, row) => [node, row]));
  /** @type {Map<string, Map<number, number>>} */
  const apart = new Map(
    Object.entries(DATA.ranking?.without ?? {}).map(([way, table]) => [way, new Map(table.organisation.map((node, row) => [node, row]))]),
  );

  /** How the secretariat is left out, or nothing. */
  const way = () => (apart.has(State.get("without")) ? State.get("without") : "");

  /** A measure with the secretariat. @param {number} node @param {string} name @returns {number | null} */
  const measure = (node, name) => DATA.measures[name]?.[rows.get(node) ?? -1] ?? null;

  /** A figure of the way chosen: `rank`, `share` or `betweenness`. @param {number} node @param {"rank" | "share" | "betweenness"} name @returns {number | null} */
  const now = (node, name) => {
    if (way()) return DATA.ranking.without[way()][name][apart.get(way())?.get(node) ?? -1] ?? null;
    if (!measure(node, "betweenness")) return null;
    return name === "share" ? (100 * Number(measure(node, name === "share" ? "betweenness" : name))) / DATA.measures.betweenness[0] : measure(node, name);
  };

  /** How many places it gains without the secretariat; null where it does not bridge both ways. @param {number} node */
  const change = (node) => {
    const rank = now(node, "rank");
    return rank === null || !measure(node, "betweenness") ? null : Number(measure(node, "rank")) - rank;
  };

  return {
    way,
    measure,
    now,
    change,
    /** All that bridge now. */
    all: () => DATA.measures.organisation.filter((node) => now(node, "rank") !== null),
  };
})();
