"use strict";

/** What is in the picture: vis-network with its nodes and ties, where the analysis placed them, and which of them are shown. */
const Scene = (() => {
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
  /** @type {any} */
  let nodeView = null;
  /** @type {any} */
  let edgeView = null;
  /** @type {Placed[]} */
  let byImportance = [];

  /** What one looks for first: places to find one's way by, then whoever bridges most. @param {Placed} node */
  const importance = (node) => {
    const label = Nodes.label(node.id);
    const ties = Math.min(Ties.of(node.id).length, 60) / 10;
    if (label === "Organisation") return node.size + ties / 10;
    if (label === "Municipality") return (Ties.targets(node.id, "PART_OF").length ? 3 : 15) + ties / 2;
    return (label === "Theme" ? 12 : 3) + ties / 2;
  };

  const rank = () => {
    byImportance = [...placed.values()].filter((node) => Filter.shows(node.id));
    byImportance.sort((a, b) => importance(b) - importance(a) || a.id - b.id);
  };

  const items = () => {
    const { dashes, color, width, ts_tie } = DATA.network.edges;
    const edges = (ts_tie ?? []).map((tie, i) => ({
      id: tie, from: Ties.start(tie), to: Ties.end(tie), dashes: dashes[i], color: color[i], width: width[i],
    }));
    return { nodes: [...placed.values()], edges };
  };

  /** Make the picture. @param {HTMLElement} container */
  const open = (container) => {
    const { nodes, edges } = items();
    nodeView = new vis.DataView(new vis.DataSet(nodes), { filter: (/** @type {any} */ node) => Filter.shows(node.id) });
    edgeView = new vis.DataView(new vis.DataSet(edges), {
      filter: (/** @type {any} */ edge) => Filter.showsTie(edge.id) && Filter.shows(edge.from) && Filter.shows(edge.to),
    });
    rank();
    network = new vis.Network(container, { nodes: nodeView, edges: edgeView }, DATA.network.options);
    return network;
  };

  return {
    open,
    /** vis-network, once the picture was made. */
    network: () => network,
    /** Work out again what is shown. */
    refresh: () => {
      rank();
      nodeView?.refresh();
      edgeView?.refresh();
    },
    /** What is shown, the important first. */
    shown: () => byImportance,
    importance,
    /** Where a node stands, shown or not. @param {number} id */
    place: (id) => placed.get(id),
    /** Whether there is nothing to show at all. */
    isEmpty: () => placed.size === 0,
    redraw: () => network?.redraw(),
  };
})();
