"use strict";

/** How large and of which colour a node is, by what the reader wants sizes and colours to say. */
const Looks = (() => {
  State.declare("size", { otherwise: ["betweenness"], undo: true });
  State.declare("colour", { otherwise: ["kind"], undo: true });
  const [LEAST, MORE, EVEN] = [6, 16, 9];
  /** @type {Record<string, number>} */
  const SIZES = { Municipality: 11, Theme: 12, Collaboration: 8 };
  const OTHER = 7;
  const PALETTE = [
    "#0072b2", "#b8541a", "#007a5a", "#a8487f", "#8a6d00", "#5b4fa2", "#0e7c91", "#b23a48", "#5e7a1f", "#6b5b4d",
  ];
  // Groups beyond those with a colour of their own, which their number tells apart; and what is in no group.
  const BEYOND = "#5f6c78";
  const REST = "#9aa8b4";
  const { organisation, ...columns } = DATA.measures;
  const rows = new Map(organisation.map((node, row) => [node, row]));
  const sectors = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("#by-sector option")]).map((option) => option.getAttribute("value"));

  /** The measure that sizes say, a number a row; small constraint is much room to bridge. */
  const scores = () => {
    const measure = State.get("size");
    if (measure === "constraint") return columns.constraint.map((value) => (value === null ? 0 : Math.max(0, 1 - Number(value))));
    return /** @type {number[]} */ (columns[measure] ?? []).map(Number);
  };

  /** Number of the group or sector of an organisation, from 1; 0 for none. @param {number} node */
  const group = (node) => {
    const by = State.get("colour");
    const row = rows.get(node);
    if (row === undefined || by === "kind") return 0;
    const number = by === "community" ? Number(columns.community[row]) : sectors.indexOf(String(Nodes.value(node, "sector")));
    return Math.max(number, 0);
  };

  /** @param {Placed} node */
  const colour = (node) => {
    if (State.get("colour") === "kind") return node.kindColor ?? REST;
    const number = group(node.id);
    return number ? (PALETTE[number - 1] ?? BEYOND) : REST;
  };

  /** What one looks for first: places to find one's way by, then whoever is largest. @param {Placed} node */
  const weight = (node) => {
    const label = Nodes.label(node.id);
    const ties = Math.min(Ties.of(node.id).length, 60) / 10;
    if (label === "Organisation") return node.size + ties / 10;
    if (label === "Municipality") return (Ties.targets(node.id, "PART_OF").length ? 3 : 15) + ties / 2;
    return (label === "Theme" ? 12 : 3) + ties / 2;
  };

  /** Give nodes their size, colour and weight. @param {Iterable<Placed>} nodes */
  const dress = (nodes) => {
    const score = scores();
    const most = score.reduce((a, b) => Math.max(a, b), 0);
    for (const node of nodes) {
      const row = rows.get(node.id);
      if (row === undefined) node.size = SIZES[Nodes.label(node.id)] ?? OTHER;
      else if (State.get("size") === "none") node.size = EVEN;
      else node.size = Math.round(10 * (LEAST + MORE * Math.sqrt(most ? score[row] / most : 0))) / 10;
      node.color = Paint.shade(colour(node));
      node.mark = group(node.id);
      node.weight = weight(node);
    }
  };

  /** Say in the rail what sizes and colours mean. */
  const explain = () => {
    const size = State.get("size");
    byId("size-note").textContent = Words.t(`network.sizeNotes.${size}`);
    byId("size-scale").toggleAttribute("hidden", size === "none");
    byId("colour-note").textContent = Words.t(`network.colourNotes.${State.get("colour")}`);
    byId("colour-legend").replaceChildren(...entries());
  };

  /** What numbers stand for, the first first: what is written in the legend, and in full. @returns {Array<{name: string, whole: string}>} */
  const names = () => {
    if (State.get("colour") === "community") {
      return DATA.communities.community.map((n) => ({ name: Words.typical(n) || Words.community(n), whole: Words.community(n) }));
    }
    return sectors.slice(1).map((key) => Words.t(`value.Organisation.sector.${key}`)).map((name) => ({ name, whole: name }));
  };

  /** @param {string} fill @param {string} mark @param {string} name @param {string} [whole] */
  const entry = (fill, mark, name, whole = name) => element("li", { title: whole }, swatch(fill, mark), element("span", {}, name));

  /** The colours there are, each with its number, which the picture has too. */
  const entries = () => {
    if (State.get("colour") === "kind") return [];
    const all = names();
    const more = all.length - PALETTE.length;
    return [
      ...all.slice(0, PALETTE.length).map(({ name, whole }, i) => entry(PALETTE[i], String(i + 1), name, whole)),
      ...(more > 0 ? [entry(BEYOND, "…", Words.t("network.colourMore", { first: String(PALETTE.length + 1), last: String(all.length) }))] : []),
      entry(REST, "", Words.t("network.colourRest")),
    ];
  };

  /** @param {string} fill @param {string} mark */
  const swatch = (fill, mark) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    for (const [name, value] of Object.entries({ viewBox: "0 0 18 18", width: 17, height: 17, class: "swatch" })) made.setAttribute(name, String(value));
    const circle = document.createElementNS(made.namespaceURI, "circle");
    for (const [name, value] of Object.entries({ cx: 9, cy: 9, r: 9, fill: Paint.shade(fill) })) circle.setAttribute(name, String(value));
    const text = document.createElementNS(made.namespaceURI, "text");
    for (const [name, value] of Object.entries({ x: 9, y: 13, "text-anchor": "middle" })) text.setAttribute(name, String(value));
    text.textContent = mark;
    made.append(circle, text);
    return made;
  };

  Start.with(() => {
    if (!organisation.length) return;
    for (const name of ["size", "colour"]) {
      const list = byId(`by-${name}`);
      list.addEventListener("change", () => State.set(name, list.value));
      State.on(name, () => {
        list.value = State.get(name);
        explain();
      });
    }
    State.on("lang", explain);
    document.addEventListener("scheme", explain);
  });

  return { dress };
})();
