"use strict";

/** The map as a table: each municipality with its figure, and the pairs with most ties; what a map cannot show stands here too. */
const AreaList = (() => {
  State.declare("mapsort", { otherwise: ["figure"] });
  const PAIRS = 20;
  const body = document.querySelector("#map-rows tbody");
  /** @type {Array<[number, number | null]>} */
  let rows = [];

  /** @param {Array<[number, number | null]>} values */
  const sorted = (values) => {
    const [by, way] = State.get("mapsort").split("-");
    /** @param {[number, number | null]} a @param {[number, number | null]} b */
    const byCode = ([a], [b]) => String(Nodes.value(a, "code")).localeCompare(String(Nodes.value(b, "code")));
    const found = [...values].sort(byCode);
    if (by === "figure") found.sort(([, a], [, b]) => (b ?? -1) - (a ?? -1));
    return way === "up" ? found.reverse() : found;
  };

  /** @param {number} area @param {number | null} value @param {number} most @param {string | number} level */
  const row = (area, value, most, level) => {
    const bar = svg("svg", { class: "bar", width: "100%", height: 6, "aria-hidden": "true" }, svg("rect", { width: `${most ? (100 * (value ?? 0)) / most : 0}%`, height: 6 }));
    const name = element("th", { scope: "row" }, nodeLink(area));
    if (!Areas.has(area)) name.append(element("small", { class: "note" }, Words.t("map.shapeless")));
    return element("tr", { "data-level": level, class: Areas.isOut(area) ? "out" : null, "aria-current": Choice.node() === area ? "true" : null },
      name, element("td", { class: "map-bar" }, bar), element("td", { class: "number" }, Figures.said(value)));
  };

  /** @param {Array<[number, number | null]>} values @param {Array<[number, number]>} classes */
  const draw = (values, classes) => {
    rows = sorted(values);
    const most = Math.max(0, ...rows.map(([, value]) => value ?? 0));
    body?.replaceChildren(...rows.map(([area, value]) => row(area, value, most, Classes.level(value, classes))));
    byId("map-column").textContent = Words.t(`map.figure.${State.get("mapby")}`);
    const [by, way] = State.get("mapsort").split("-");
    /** @type {NodeListOf<HTMLElement>} */
    const heads = document.querySelectorAll("[data-mapsort]");
    for (const head of heads) {
      const down = (by === "figure") !== (way === "up");
      head.setAttribute("aria-sort", head.dataset.mapsort !== by ? "none" : down ? "descending" : "ascending");
    }
  };

  /** @param {Array<{a: number, b: number, count: number}> | null} pairs */
  const drawPairs = (pairs) => {
    byId("map-pairs-part").hidden = false;
    byId("map-pairs-note").textContent = pairs === null ? Words.t("map.pairsMany") : pairs.length ? Words.t("map.pairsNote", { n: pairs.length, m: Arcs.MOST }) : Words.t("map.pairsNone");
    byId("map-pairs").replaceChildren(...(pairs ?? []).slice(0, PAIRS).map(({ a, b, count }) =>
      element("li", {}, nodeLink(a), " — ", nodeLink(b), element("span", { class: "count" }, Words.t("map.pairCount", { n: count })))));
  };

  const save = () => {
    const head = [Words.t("property.Municipality.code"), Words.t("table.municipality"), Words.t(`map.figure.${State.get("mapby")}`)];
    const lines = rows.map(([area, value]) => [String(Nodes.value(area, "code") ?? ""), Words.name(area), value === null ? "" : String(value)]);
    Csv.save([head, ...lines], `${Words.t("tabs.map")}.csv`);
  };

  Start.with(() => {
    if (!body) return;
    /** @type {NodeListOf<HTMLElement>} */
    const heads = document.querySelectorAll("[data-mapsort]");
    for (const head of heads) {
      head.querySelector("button")?.addEventListener("click", () => {
        const by = head.dataset.mapsort ?? "";
        State.set("mapsort", State.get("mapsort") === by ? `${by}-up` : by);
      });
    }
    byId("map-csv").addEventListener("click", save);
  });

  return { draw, drawPairs };
})();
