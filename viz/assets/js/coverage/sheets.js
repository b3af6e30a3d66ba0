"use strict";

/** The heat map as it stands, and the gaps, as tables for a spreadsheet. */
(() => {
  const c = DATA.coverage;

  /** A cell in words: its state, and how many are there. @param {number} municipality @param {number} theme */
  const state = (municipality, theme) => {
    const cell = Coverage.number(municipality, theme);
    if (cell === null) return "";
    const parts = Coverage.below(cell);
    if (parts.length) return `${parts.filter((part) => c.state[part] === "covered").length}/${parts.length}`;
    const count = c.organisations[cell] + c.collaborations[cell];
    return Words.t(`coverage.state.${c.state[cell]}`) + (c.state[cell] === "covered" ? ` ${count}` : "");
  };

  const heat = () => {
    const themes = Grid.columns();
    const head = [Words.t("label.Municipality"), Words.t("property.Municipality.code"), ...themes.map((theme) => Words.name(theme))];
    const rows = Grid.rows().map((place) => [
      Words.name(place),
      String(Nodes.value(place, "code") ?? ""),
      ...themes.map((theme) => state(place, theme)),
    ]);
    return [head, ...rows];
  };

  /** @param {unknown} value */
  const text = (value) => String(value ?? "");

  /** @param {number} row */
  const gap = (row) => {
    const found = c.gaps;
    const crossing = Gaps.crossing(row);
    const [municipality, theme] = crossing.split(" ").map(Number);
    const cell = Number(Coverage.number(municipality, theme));
    const [nearest] = Gaps.helpers(crossing);
    return [
      text(found.rank[row]),
      Words.name(municipality),
      Words.name(theme),
      text(Math.round(100 * found.score[row])),
      ...Gaps.parts(row).map(({ value }) => text(value)),
      text(found.openNeeds[row]),
      c.reportedNone[cell] ? Words.t("coverage.reported") : "",
      text(found.population[row]),
      text(found.workers[row]),
      nearest ? Words.name(nearest[0]) : "",
      ...(nearest ? nearest.slice(1).map(text) : ["", "", ""]),
      Gaps.resources(crossing).map(([resource]) => Words.name(resource)).join(" / "),
    ];
  };

  const gaps = () => {
    const parts = Gaps.parts(0).map(({ part }) => Words.t("coverage.partColumn", { part: Words.t(`coverage.part.${part}`) }));
    const columns = ["rank", "municipality", "theme", "score"].map((name) => Words.t(`coverage.column.${name}`));
    const rest = ["openNeeds", "answer", "population", "workers", "nearest", "km", "borders", "steps", "resources"].map((name) =>
      Words.t(`coverage.column.${name}`));
    const rows = DATA.coverage.gaps.cell
      .map((_, row) => row)
      .filter((row) => Gaps.crossing(row).split(" ").every((node) => Filter.names(Number(node))));
    return [[...columns, ...parts, ...rest], ...rows.map(gap)];
  };

  Start.with(() => {
    if (byId("heat")) Export.table("coverage", heat);
    byId("gaps-csv")?.addEventListener("click", () => Csv.save(gaps(), `${Words.t("coverage.watch")}.csv`));
  });
})();
