"use strict";

/** The ranking as CSV: all that bridge and pass the filter, in the order chosen. */
const Take = (() => {
  const MEASURES = ["low", "high", "ratio", "q", "constraint", "communitiesJoined", "sectorsJoined", "municipalitiesJoined", "separated"];

  /** @type {Record<string, string>} */
  const TITLES = {
    low: "panel.ranges",
    high: "panel.ranges",
    ratio: "ranking.chance",
    q: "q",
    constraint: "ranking.constraint",
    communitiesJoined: "ranking.communities",
    sectorsJoined: "ranking.sectors",
    municipalitiesJoined: "ranking.municipalities",
    separated: "ranking.lossSeparated",
  };

  /** @param {unknown} value */
  const text = (value) => (value === null || value === undefined ? "" : String(value));

  /** @param {number} node */
  const row = (node) => [
    text(Bridges.now(node, "rank")),
    ...(Bridges.way() ? [text(Bridges.measure(node, "rank"))] : []),
    Words.name(node),
    Nodes.id(node),
    Words.value("Organisation", "sector", Nodes.value(node, "sector")),
    Ties.targets(node, "LOCATED_IN").map(Words.name).join(" "),
    text(Bridges.now(node, "betweenness")),
    ...kept().map((name) => text(Bridges.measure(node, name))),
  ];

  const kept = () => MEASURES.filter((name) => name in DATA.measures);

  const heads = () => [
    Words.t("ranking.rank"),
    ...(Bridges.way() ? [Words.t("ranking.ways.all")] : []),
    ...["ranking.name", "table.id", "ranking.sector", "ranking.municipality", "ranking.betweenness"].map((key) => Words.t(key)),
    ...kept().map((name) => `${Words.t(TITLES[name])}${name === "low" ? " ≥" : name === "high" ? " ≤" : ""}`),
  ];

  const rows = () => [heads(), ...Ranking.sorted(Bridges.all().filter((node) => Filter.passes(node))).map(row)];

  Start.with(() => {
    byId("ranking-csv")?.addEventListener("click", () => Csv.save(rows(), `${Words.t("tabs.ranking")}.csv`));
  });

  return { rows };
})();
