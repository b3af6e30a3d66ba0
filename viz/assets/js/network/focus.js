"use strict";

/** What stands out on a veil over the rest: the node chosen with those one or two steps away, or a way between two. */
const Focus = (() => {
  State.declare("steps", { otherwise: ["1"], undo: true });
  /** Everybody of a town is not somebody one works with, so that steps end at what says where and about what. */
  const ENDS = ["Municipality", "Theme"];
  /** Rows of the legend: what stands out is in it on paper, though its kind is not ticked. */
  const kinds = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-kind]"));
  /** @type {Placed[]} */
  let nodes = [];
  /** @type {Line[]} */
  let lines = [];

  /** Neighbours, and for an organisation those it meets in collaborations; not what the reader hid. @param {number} node */
  const around = (node) => {
    const near = new Set(Ties.of(node).map((tie) => Ties.other(tie, node)).filter(Filter.isThere));
    if (Nodes.label(node) !== "Organisation") return near;
    for (const work of Ties.targets(node, "PARTICIPATES_IN").filter(Filter.isThere)) {
      for (const tie of Ties.of(work)) if (Ties.type(tie) === "PARTICIPATES_IN" && Filter.isThere(Ties.start(tie))) near.add(Ties.start(tie));
    }
    return near;
  };

  /** All within so many steps; of the second step only what is shown. @param {number} centre @param {number} steps */
  const within = (centre, steps) => {
    const found = new Set([centre, ...around(centre)]);
    if (steps < 2) return found;
    for (const node of [...found]) {
      if (ENDS.includes(Nodes.label(node))) continue;
      for (const other of around(node)) if (Filter.shows(other)) found.add(other);
    }
    return found;
  };

  /** @param {number} tie @param {number} centre */
  const isNear = (tie, centre) => Ties.start(tie) === centre || Ties.end(tie) === centre;

  /** Ties among what stands out: those of the centre, and who takes part in what or declared a tie. @param {number} centre @returns {Line[]} */
  const among = (centre) => {
    const places = new Map(nodes.map((node) => [node.id, node]));
    /** @type {Line[]} */
    const found = [];
    for (const start of nodes) {
      for (const tie of Ties.of(start.id)) {
        const end = places.get(Ties.end(tie));
        if (Ties.start(tie) !== start.id || !end) continue;
        const near = isNear(tie, centre);
        if (near || ["PARTICIPATES_IN", "TIED_TO"].includes(Ties.type(tie))) {
          found.push({ start, end, look: near ? "near" : "far", ...Scene.line(tie) });
        }
      }
    }
    return found;
  };

  /** @param {number} centre */
  const alone = (centre) => {
    const steps = Number(State.get("steps"));
    nodes = [...within(centre, steps)].map(Scene.place).filter((found) => found !== undefined);
    nodes.sort((a, b) => Number(b.id === centre) - Number(a.id === centre) || (b.weight ?? 0) - (a.weight ?? 0));
    lines = among(centre);
  };

  /** @param {number[]} ties @param {number[]} ids */
  const way = (ties, ids) => {
    nodes = ids.map(Scene.place).filter((found) => found !== undefined);
    lines = ties.map((tie) => {
      const [start, end] = [Scene.place(Ties.start(tie)), Scene.place(Ties.end(tie))];
      return { start: /** @type {Placed} */ (start), end: /** @type {Placed} */ (end), look: "route", ...Scene.line(tie) };
    });
  };

  const find = () => {
    const node = Choice.node();
    const route = Route.found();
    [nodes, lines] = [[], []];
    if (route) way(route.ties, route.nodes);
    else if (node !== null && Scene.place(node)) alone(node);
    const labels = new Set(nodes.map(({ id }) => Nodes.label(id)));
    for (const kind of kinds) kind.closest("label")?.toggleAttribute("data-there", labels.has(kind.dataset.kind ?? ""));
  };

  return {
    find,
    nodes: () => nodes,
    /** The node chosen, or both ends of a way. */
    ends: () => (Route.found() ? [nodes[0], nodes[nodes.length - 1]] : nodes.slice(0, 1)),
    lines: () => lines,
  };
})();
