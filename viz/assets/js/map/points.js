"use strict";

/** Places where people meet, as points whose shape tells their kind. */
const Points = (() => {
  const SHAPES = ["dot", "square", "triangle", "diamond", "star", "triangleDown", "hexagon"];
  const RADIUS = 6.5;
  const group = byId("map-points");
  const places = DATA.map?.places ?? { node: [], x: [], y: [] };
  const kinds = [...new Set(places.node.map((node) => String(Nodes.value(node, "kind") ?? "")))].sort();

  /** @param {string} kind */
  const mark = (kind) => Shapes.path(SHAPES[kinds.indexOf(kind) % SHAPES.length], RADIUS);

  /** @param {string} kind */
  const kindName = (kind) => (kind ? Words.value("Place", "kind", kind) : Words.t("map.kindless"));

  const shown = () => places.node.flatMap((node, i) => (Filter.passes(node) ? [i] : []));

  const draw = () => {
    group.replaceChildren(...shown().map((i) => {
      const node = places.node[i];
      const kind = String(Nodes.value(node, "kind") ?? "");
      const said = `${Words.name(node)} ${kindName(kind)}`;
      return svg("path", {
        d: mark(kind), transform: `translate(${places.x[i]} ${places.y[i]}) scale(${(1 / Sight.scale()).toFixed(4)})`, class: "point", role: "button",
        tabindex: -1, "aria-label": said, "data-said": said, "data-point": node,
      });
    }));
  };

  /** Kinds of the places shown, and how many places there are that lie nowhere on the map. */
  const legend = () => {
    const counts = new Map(kinds.map((kind) => [kind, 0]));
    for (const i of shown()) {
      const kind = String(Nodes.value(places.node[i], "kind") ?? "");
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    byId("map-kinds").replaceChildren(...[...counts].filter(([, count]) => count).map(([kind, count]) =>
      element("li", {},
        svg("svg", { class: "shape", viewBox: "-10 -10 20 20", width: 16, height: 16, "aria-hidden": "true" }, svg("path", { d: mark(kind), class: "point" })),
        element("span", {}, kindName(kind)), element("span", { class: "count" }, Words.number(count)))));
    const missing = (DATA.nodes.Place?.count ?? 0) - places.node.length;
    byId("map-kinds-note").textContent = DATA.nodes.Place
      ? missing ? Words.t("map.unplaced", { n: missing }) : ""
      : Words.t("map.noPlaces");
  };

  return { draw, legend, clear: () => group.replaceChildren() };
})();
