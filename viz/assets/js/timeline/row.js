"use strict";

/** One row of the timeline. */
const TimeRow = (() => {
  /** @type {Record<string, string>} */
  const SHAPES = { training: "dot", siteVisit: "triangle", exchange: "diamond", meeting: "square", Case: "star" };
  const NAMED = 6;

  /** @param {number} node */
  const look = (node) => (Nodes.label(node) === "Case" ? "Case" : String(Nodes.value(node, "kind") ?? "other"));

  /** @param {string} kind */
  const shape = (kind) => svg("svg", { class: "time-shape", viewBox: "-10 -10 20 20", width: 16, height: 16, "aria-hidden": "true" }, svg("path", { d: Shapes.path(SHAPES[kind] ?? "hexagon", 6.5) }));

  /** @param {number} node */
  const said = (node) => `${Words.name(node)} ${Spans.kind(node)} ${Spans.said(node)}`;

  /** The bar of a collaboration: dashed while planned, pale when over, with an arrow while it goes on, with ? where an end is not known. @param {number} node */
  const bar = (node) => {
    const [from, to] = Spans.days(node);
    const status = String(Nodes.value(node, "status") ?? "active");
    const [left, right] = [from ? Axis.at(Dates.place(from)) : 0, to ? Axis.at(Dates.place(to, true)) : 100];
    const width = Math.max(0.4, right - left);
    const drawn = [svg("rect", { class: `time-bar ${status}`, "data-bar": node, "data-said": said(node), x: `${left}%`, width: `${width}%`, y: 5, height: 13, rx: 3 })];
    /** @param {number} x @param {string} text @param {string} anchor */
    const sign = (x, text, anchor) => svg("text", { class: "time-sign", x: `${x}%`, dx: anchor === "end" ? -4 : 4, y: 16, "text-anchor": anchor }, text);
    if (!from) drawn.push(sign(left, "?", "start"));
    if (!to) drawn.push(sign(right, status === "ended" ? "?" : "→", "end"));
    return drawn;
  };

  /** @param {Node[]} children */
  const track = (...children) => svg("svg", { class: "time-track", "aria-hidden": "true" }, ...Axis.grid(), ...children);

  /** A mark, or how many have no room for one each. @param {Mark} mark */
  const mark = ({ x, nodes }) => {
    const [node] = nodes;
    const names = Words.t("timeline.bundle", { n: nodes.length, names: nodes.slice(0, NAMED).map(Words.name).join(Words.t("timeline.comma")), more: nodes.length > NAMED ? "…" : "" });
    const made = nodes.length > 1
      ? element("button", { type: "button", class: "time-mark time-bundle", "data-bundle": nodes.join(" "), "aria-label": names, "data-said": names }, `+${Words.number(nodes.length)}`)
      : element("button", { type: "button", class: "time-mark", "data-choose": node, "aria-label": said(node), "data-said": said(node) }, shape(look(node)));
    made.style.left = `${x}%`;
    return made;
  };

  /** @param {Lane} lane @returns {HTMLElement} */
  const make = ({ kind, group, nodes, marks, count }) => {
    if (kind === "head") {
      const name = typeof group === "number" ? nodeLink(group) : element("span", {}, group);
      return element("div", { class: "time-row time-group", role: "listitem" }, element("span", { class: "time-name" }, name, element("span", { class: "count" }, Words.number(nodes.length))), track());
    }
    if (kind === "bar") {
      const [node] = nodes;
      const name = element("button", { type: "button", class: "link", "data-choose": node, "aria-label": said(node), title: Words.name(node) }, nodeName(node));
      return element("div", { class: "time-row", role: "listitem" }, element("span", { class: "time-name" }, name), track(...(Spans.isDated(node) ? bar(node) : [])));
    }
    const name = count === undefined ? [] : [Words.t(`label.${Nodes.label(nodes[0])}`), element("span", { class: "count" }, Words.number(count))];
    return element("div", { class: "time-row", role: "listitem" }, element("span", { class: "time-name note" }, ...name), element("div", { class: "time-marks" }, track(), ...(marks ?? []).map(mark)));
  };

  return { make, shape, look };
})();
