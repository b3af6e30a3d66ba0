"use strict";

/** The picture as it stands, as a drawing that can be enlarged: ties, nodes and names that are in sight. */
const Svg = (() => {
  const FAINT = 0.12;
  const RIM = 12;

  /** A number as short as the eye needs it. @param {number} value */
  const short = (value) => Math.round(value * 10) / 10;

  /** From the picture to the paper. @param {{x: number, y: number}} spot */
  const on = ({ x, y }) => {
    const point = Scene.network().canvasToDOM({ x, y });
    return [short(point.x), short(point.y)];
  };

  /** @param {Placed} node @param {number} scale */
  const shape = (node, scale) => {
    const [x, y] = on(node);
    return Drawing.make("path", { d: Shapes.path(node.shape, node.size * scale), transform: `translate(${x} ${y})`, fill: node.color });
  };

  /** @param {Placed} start @param {Placed} end @param {{stroke: string, width: number, dashes: false | number[]}} look */
  const line = (start, end, { stroke, width, dashes }) => {
    const [[x1, y1], [x2, y2]] = [on(start), on(end)];
    return Drawing.make("line", { x1, y1, x2, y2, stroke, "stroke-width": short(width), "stroke-dasharray": dashes ? dashes.join(" ") : null });
  };

  /** @param {Line} drawn */
  const over = ({ start, end, look, dashes, width }) => {
    const { token, width: times } = Overlay.LOOKS[look];
    return line(start, end, { stroke: Paint.token(token), width: times * Math.max(1, width * 0.7), dashes });
  };

  /** @param {Name} name @param {number} scale */
  const text = (name, scale) => {
    const [x, y] = Labels.spot(name, scale);
    const [left, middle] = on({ x, y });
    const look = { "font-size": Labels.SIZE, "font-weight": name.strong ? 700 : 400, fill: Paint.token("ink"), stroke: Paint.token("canvas") };
    return Drawing.make("text", { x: left, y: middle, ...look, "stroke-width": Labels.HALO, "paint-order": "stroke", "dominant-baseline": "central" }, name.text);
  };

  /** @param {Placed} node @param {number} scale */
  const ring = (node, scale) => {
    const [cx, cy] = on(node);
    return Drawing.make("circle", { cx, cy, r: node.size * scale * 1.25 + 4, fill: "none", stroke: Paint.token("focus"), "stroke-width": 3 });
  };

  /** The number of a node's colour. @param {Placed} node */
  const number = (node) => {
    const [x, y] = on(node);
    const look = { "font-size": 11, "font-weight": 700, fill: Paint.token("canvas"), "text-anchor": "middle", "dominant-baseline": "central" };
    return Drawing.make("text", { x, y, ...look }, String(node.mark));
  };

  /** Ties that begin or end in sight. @param {number} scale */
  const ties = (scale) => {
    const seen = new Set(Camera.inSight(Scene.shown()));
    return Scene.edges().filter(({ start, end }) => seen.has(start) || seen.has(end)).map(({ start, end, token, width, dashes }) =>
      line(start, end, { stroke: Paint.token(token), width: width * scale, dashes: dashes ? dashes.map((part) => short(part * scale)) : false }));
  };

  /** What is taken up on the screen by nodes and names, with a rim; no more than is in sight. @param {number} scale @returns {Box} */
  const taken = (scale) => {
    const { clientWidth, clientHeight } = byId("network");
    const nodes = Camera.inSight([...Scene.shown(), ...Focus.nodes()]).map((node) => [...on(node), node.size * scale]);
    const boxes = [
      ...nodes.map(([x, y, size]) => [x - size, y - size, x + size, y + size]),
      ...Overlay.names().map((name) => Labels.box(name, scale)).map(([x1, y1, x2, y2]) => [...on({ x: x1, y: y1 }), ...on({ x: x2, y: y2 })]),
    ];
    const most = (/** @type {number} */ side, /** @type {number} */ way) => boxes.reduce((found, box) => Math.max(found, way * box[side]), -Infinity);
    if (!boxes.length) return [0, 0, clientWidth, clientHeight];
    return [Math.max(-most(0, -1) - RIM, 0), Math.max(-most(1, -1) - RIM, 0), Math.min(most(2, 1) + RIM, clientWidth), Math.min(most(3, 1) + RIM, clientHeight)];
  };

  /** @returns {SVGSVGElement} */
  const svg = () => {
    const scale = Scene.network().getScale();
    const [x, y, right, bottom] = taken(scale);
    const [width, height] = [right - x, bottom - y];
    const focus = Focus.nodes();
    const ground = Drawing.make("rect", { x, y, width, height, fill: Paint.token("canvas") });
    const all = Drawing.make("g", { opacity: focus.length ? FAINT : 1 }, ...ties(scale), ...Camera.inSight(Scene.shown()).map((node) => shape(node, scale)));
    const front = Drawing.make("g", {}, ...[...Proposed.lines(), ...Focus.lines()].map(over), ...[...focus, ...Pins.nodes()].map((node) => shape(node, scale)), ...Focus.ends().map((node) => ring(node, scale)));
    const names = Drawing.make("g", { "font-family": Labels.FAMILY }, ...Overlay.numbered().map(number), ...Overlay.names().map((name) => text(name, scale)));
    return /** @type {SVGSVGElement} */ (Drawing.make("svg", { x, y, width, height, viewBox: [x, y, width, height].map(short).join(" ") }, ground, all, front, names));
  };

  /** Put the drawing on paper, which takes a canvas's points and makes them large. */
  const print = () => {
    if (Choice.view() !== "network" || !Scene.network()) return;
    const drawn = svg();
    drawn.id = "network-paper";
    byId("network").after(drawn);
  };

  Start.with(() => {
    Drawing.instead("network", () => (Scene.network() ? svg() : null));
    addEventListener("beforeprint", print);
    addEventListener("afterprint", () => document.getElementById("network-paper")?.remove());
  });

  return {
    /** As an element, to stand in a larger drawing. */
    element: svg,
    text: () => new XMLSerializer().serializeToString(svg()),
  };
})();
