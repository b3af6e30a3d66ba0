"use strict";

/**
 * What is in the picture: vis-network with its nodes and ties, where the analysis placed them, and which of them are shown.
 * Only what is shown is in vis-network's data sets; groups go by numbers below zero.
 */
const Scene = (() => {
  const BUNDLE = "#d5dde4";
  const columns = DATA.network.nodes;
  /** @type {Map<number, Placed>} */
  const placed = new Map();
  (columns.id ?? []).forEach((id, i) => {
    placed.set(id, {
      id, x: columns.x[i], y: columns.y[i], size: columns.size[i], shape: columns.shape[i], color: columns.color[i],
    });
  });
  /** @type {any} */
  let network = null;
  /** What stands in vis-network's data sets. @type {Record<"nodes" | "edges", {set: any, items: Map<number | string, any>}>} */
  const held = { nodes: { set: null, items: new Map() }, edges: { set: null, items: new Map() } };
  /** @type {Placed[]} */
  let byImportance = [];
  let stale = true;
  let drawn = false;

  /** What one looks for first: groups, places to find one's way by, then whoever bridges most. @param {Placed} node */
  const importance = (node) => {
    if (node.group !== undefined) return 1000 + node.size;
    const label = Nodes.label(node.id);
    const ties = Math.min(Ties.of(node.id).length, 60) / 10;
    if (label === "Organisation") return node.size + ties / 10;
    if (label === "Municipality") return (Ties.targets(node.id, "PART_OF").length ? 3 : 15) + ties / 2;
    return (label === "Theme" ? 12 : 3) + ties / 2;
  };

  /** What stands in the picture for each node that is shown: itself, or its group. @returns {Map<number, Placed>} */
  const standing = () => {
    const shown = [...placed.values()].filter((node) => Filter.shows(node.id));
    return new Map(shown.map((node) => [node.id, Groups.of(node.id) ?? node]));
  };

  /** Groups first, so that nodes are drawn before them. @param {Map<number, Placed>} stands @returns {Map<number, Placed>} */
  const items = (stands) => {
    const all = [...new Set(stands.values())];
    return new Map([...all.filter(({ id }) => id < 0), ...all.filter(({ id }) => id >= 0)].map((item) => [item.id, item]));
  };

  /** @param {Placed[]} nodes */
  const rank = (nodes) => {
    const weights = new Map(nodes.map((node) => [node.id, importance(node)]));
    const weight = (/** @type {Placed} */ node) => Number(weights.get(node.id));
    byImportance = nodes.sort((a, b) => weight(b) - weight(a) || a.id - b.id);
  };

  /** Ties as they are drawn: those of a group that go to one place are one line. @param {Map<number, Placed>} stands */
  const lines = (stands) => {
    const { dashes, color, width, ts_tie } = DATA.network.edges;
    /** @type {Map<number | string, any>} */
    const drawn = new Map();
    for (const [i, tie] of (ts_tie ?? []).entries()) {
      const [a, b] = [stands.get(Ties.start(tie)), stands.get(Ties.end(tie))];
      if (!a || !b || a === b || !Filter.showsTie(tie)) continue;
      if (a.id < 0 || b.id < 0) bundle(drawn, a, b);
      else drawn.set(tie, { id: tie, from: a.id, to: b.id, dashes: dashes[i], color: color[i], width: width[i] });
    }
    return drawn;
  };

  /**
   * Count a tie of a group. To what stands by itself, none is drawn: each group would have one.
   * @param {Map<number | string, any>} drawn @param {Placed} a @param {Placed} b
   */
  const bundle = (drawn, a, b) => {
    if ([a, b].some(({ id }) => id >= 0 && Groups.around(id) === undefined)) return;
    const [from, to] = a.id < b.id ? [a, b] : [b, a];
    const id = `${from.id} ${to.id}`;
    const count = (drawn.get(id)?.ts_count ?? 0) + 1;
    const size = Math.min(from.size, to.group === undefined ? Infinity : to.size);
    drawn.set(id, { id, from: from.id, to: to.id, dashes: false, color: BUNDLE, width: size * Math.min(Math.sqrt(count) / 60, 0.3), ts_count: count });
  };

  /** Put into a data set what is missing, take out what is too much. @param {"nodes" | "edges"} what @param {Map<any, any>} wanted */
  const hold = (what, wanted) => {
    const { set, items } = held[what];
    const gone = [...items.keys()].filter((id) => !wanted.has(id));
    const other = [...wanted.values()].filter((item) => items.has(item.id) && items.get(item.id).ts_count !== item.ts_count);
    const fresh = [...wanted.values()].filter((item) => !items.has(item.id));
    held[what].items = wanted;
    if (!set) return;
    if (gone.length) set.remove(gone);
    if (other.length) set.update(other);
    if (fresh.length) set.add(fresh);
  };

  /** Work out again what is shown. */
  const update = () => {
    stale = false;
    const stands = standing();
    const nodes = items(stands);
    rank([...nodes.values()]);
    hold("nodes", nodes);
    hold("edges", lines(stands));
  };

  const refresh = () => {
    stale = true;
    if (network) update();
  };

  /** Make the picture. @param {HTMLElement} container */
  const open = (container) => {
    update();
    for (const part of [held.nodes, held.edges]) part.set = new vis.DataSet([...part.items.values()]);
    network = new vis.Network(container, { nodes: held.nodes.set, edges: held.edges.set }, DATA.network.options);
    network.once("afterDrawing", () => {
      performance.mark("picture");
      drawn = true;
    });
    return network;
  };

  return {
    open,
    /** vis-network, once the picture was made. */
    network: () => network,
    refresh,
    /** What is shown, the important first. */
    shown: () => {
      if (stale) update();
      return byImportance;
    },
    importance,
    /** Where all nodes stand, shown or not. */
    places: () => placed,
    /** Where a node stands, shown or not. @param {number} id */
    place: (id) => (id < 0 ? Groups.by(id) : placed.get(id)),
    /** Whether there is nothing to show at all. */
    isEmpty: () => placed.size === 0,
    /** What is written at it. @param {Placed} node */
    called: ({ id, group }) => (group === undefined ? Words.name(id) : Groups.titled(group)),
    /** Draw again what was drawn. */
    redraw: () => drawn && network.redraw(),
  };
})();
