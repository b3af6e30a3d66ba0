"use strict";

/** The map: shapes coloured by a figure, with names, ties and places over them. */
const AreaMap = (() => {
  State.declare("maplayer");
  const map = byId("map");
  /** @type {HTMLElement[]} */
  const shapes = map ? [...map.querySelectorAll(".area")] : [];
  const areas = new Map(shapes.map((shape) => [Number(shape.dataset.area), shape]));
  /** @type {Array<[number, number | null]>} */
  let values = [];
  /** @type {Array<{a: number, b: number, count: number}> | null} */
  let pairs = [];
  /** @param {string} layer */
  const has = (layer) => State.all("maplayer").includes(layer);
  const chosen = () => {
    const node = Choice.node();
    return node !== null && Nodes.label(node) === "Municipality" ? node : null;
  };

  /** @param {Array<[number, number]>} classes */
  const colour = (classes) => {
    const known = new Map(values);
    for (const [area, shape] of areas) {
      const hidden = Areas.unit() === "city" ? "ward" : "none";
      shape.classList.toggle("gone", shape.dataset.unit === hidden);
      shape.classList.toggle("outline", shape.dataset.unit === "city" && Areas.unit() === "ward");
      shape.classList.toggle("out", Areas.isOut(area));
      shape.dataset.level = String(Classes.level(known.get(area) ?? null, classes));
      if (!known.has(area)) shape.removeAttribute("data-level");
      shape.setAttribute("aria-label", said(area, known.get(area) ?? null));
    }
  };

  /** @param {number} area @param {number | null} value */
  const said = (area, value) => Words.t("map.areaSaid", { area: { node: area }, figure: Words.t(`map.figure.${State.get("mapby")}`), value: Figures.said(value) });

  /** @param {Array<[number, number]>} classes */
  const legend = (classes) => {
    const counts = new Map();
    for (const [, value] of values) counts.set(Classes.level(value, classes), (counts.get(Classes.level(value, classes)) ?? 0) + 1);
    /** @param {string | number} level @param {string} text */
    const item = (level, text) => element("li", {}, svg("svg", { class: "map-swatch", width: 26, height: 16, "aria-hidden": "true" },
      svg("rect", { x: 0.5, y: 0.5, width: 25, height: 15, "data-level": level })), element("span", {}, text),
      element("span", { class: "count" }, Words.t("map.classCount", { n: counts.get(level) ?? 0 })));
    const items = classes.map(([first, last]) => item(Classes.level(last, classes), first === last ? Figures.said(first) : Words.t("map.range", { from: Figures.said(first), to: Figures.said(last) })));
    if (counts.has(0)) items.unshift(item(0, Figures.said(0)));
    if (counts.has("unknown")) items.push(item("unknown", Words.t("map.unknownValue")));
    byId("map-legend").replaceChildren(...items);
  };

  /** What is chosen, and the button that narrows all views down to it. */
  const mark = () => {
    const area = chosen();
    for (const [node, shape] of areas) shape.setAttribute("aria-pressed", String(node === area));
    const shape = area === null ? undefined : areas.get(area);
    byId("map-chosen-outline")?.setAttribute("d", shape?.getAttribute("d") ?? "");
    const line = byId("map-chosen");
    line.hidden = area === null;
    if (area === null) return;
    const only = element("button", { type: "button" }, Words.t("map.narrow"));
    only.addEventListener("click", () => State.set("municipality", Nodes.id(area)));
    const known = values.find(([node]) => node === area);
    line.replaceChildren(element("strong", {}, nodeName(area)), known ? element("span", {}, Figures.said(known[1])) : null, only);
  };

  /** What depends on how near the map is. */
  const overlay = () => {
    if (!map || Choice.view() !== "map") return;
    AreaLabels.draw(values);
    if (has("places")) Points.draw();
    else Points.clear();
    if (has("ties") && pairs) Arcs.draw(pairs, chosen());
    else Arcs.clear();
  };

  const controls = () => {
    byId("mapby").value = State.get("mapby");
    /** @type {NodeListOf<HTMLButtonElement>} */
    const units = document.querySelectorAll("[data-mapunit]");
    for (const button of units) {
      button.setAttribute("aria-pressed", String(button.dataset.mapunit === Areas.unit()));
      button.disabled = Areas.isOfCells();
    }
    /** @type {NodeListOf<HTMLInputElement>} */
    const ticks = document.querySelectorAll("[data-maplayer]");
    for (const tick of ticks) tick.checked = has(tick.dataset.maplayer ?? "");
    byId("map-explain").textContent = Words.t(`map.explain.${State.get("mapby")}`);
    byId("map-note").textContent = note();
  };

  const note = () => {
    if (values.length && values.every(([, value]) => value === null)) return State.get("mapby") === "perPeople" ? Words.t("map.noPopulation") : Words.t("map.noCells");
    if (Areas.isOfCells()) return Words.t("map.cellsOnly");
    return Areas.unit() === "ward" ? Words.t("map.wardsOnly") : "";
  };

  const draw = () => {
    if (Choice.view() !== "map") return;
    values = Areas.all().map((area) => [area, Figures.value(area)]);
    const classes = Classes.of(values.map(([, value]) => value));
    controls();
    legend(classes);
    colour(classes);
    AreaList.draw(values, classes);
    pairs = has("ties") ? Arcs.between() : [];
    if (has("ties")) AreaList.drawPairs(pairs);
    else byId("map-pairs-part").hidden = true;
    byId("map-kinds-part").hidden = !has("places");
    if (has("places")) Points.legend();
    mark();
    overlay();
  };

  Start.with(() => {
    if (!byId("mapby")) return;
    for (const event of ["view", "filter", "lang", "mapby", "mapunit", "maplayer", "mapsort"]) State.on(event, draw);
    State.on("choice", () => {
      if (Choice.view() !== "map") return;
      draw();
    });
    State.on("mapat", overlay);
    byId("mapby").addEventListener("change", () => State.set("mapby", byId("mapby").value));
    /** @type {NodeListOf<HTMLElement>} */
    const units = document.querySelectorAll("button[data-mapunit]");
    for (const button of units) button.addEventListener("click", () => State.set("mapunit", button.dataset.mapunit ?? ""));
    /** @type {NodeListOf<HTMLInputElement>} */
    const ticks = document.querySelectorAll("[data-maplayer]");
    for (const tick of ticks) {
      tick.addEventListener("change", () => State.set("maplayer", [...ticks].filter((each) => each.checked).map((each) => each.dataset.maplayer ?? "")));
    }
    if (map) new ResizeObserver(overlay).observe(map);
  });

  return { shown: () => shapes.filter((shape) => Areas.isShown(Number(shape.dataset.area))) };
})();
