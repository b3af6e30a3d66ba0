"use strict";

/**
 * What is in the picture: vis-network with its nodes, where the analysis placed them, the lines under them, and which of
 * them are shown. Only what is shown is in vis-network's data set; groups go by numbers below zero.
 */
const Scene = (() => {
  const columns = DATA.network.nodes;
  /** @type {Map<number, Placed>} */
  const placed = new Map();
  (columns.id ?? []).forEach((id, i) => {
    placed.set(id, {
      id, x: columns.x[i], y: columns.y[i], size: 0, shape: columns.shape[i], color: columns.color[i], kindColor: columns.color[i],
    });
  });
  /** @type {any} */
  let network = null;
  /** vis-network's data set, and what stands in it. @type {any} */
  let set = null;
  /** @type {Map<number, Placed>} */
  let held = new Map();
  /** @type {Edge[]} */
  let edges = [];
  /** @type {Placed[]} */
  let byImportance = [];
  const faint = new Set(DATA.network.faint);
  /** Row of a tie among those drawn, once it was asked for. @type {Map<number, number>} */
  const rows = new Map();
  /** Neighbours over what is drawn, once they were asked for. @type {Map<number, Set<number>> | null} */
  let near = null;
  let stale = true;
  let drawn = false;

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
    const weight = (/** @type {Placed} */ { group, size, weight }) => (group === undefined ? (weight ?? 0) : 1000 + size);
    byImportance = nodes.sort((a, b) => weight(b) - weight(a) || a.id - b.id);
  };

  /** Ties as they are drawn: those of a group that go to one place are one line. @param {Map<number, Placed>} stands @returns {Edge[]} */
  const lines = (stands) => {
    const { dashes, width, ts_tie } = DATA.network.edges;
    /** @type {Map<string, Edge>} */
    const bundles = new Map();
    /** @type {Edge[]} */
    const alone = [];
    for (let i = 0; i < (ts_tie ?? []).length; i++) {
      const tie = ts_tie[i];
      const [start, end] = [stands.get(Ties.start(tie)), stands.get(Ties.end(tie))];
      if (!start || !end || start === end || !Filter.showsTie(tie)) continue;
      if (start.id < 0 || end.id < 0) bundle(bundles, start, end);
      else alone.push({ start, end, token: faint.has(Ties.type(tie)) ? "tie-faint" : "tie", width: width[i], dashes: dashes[i] });
    }
    return [...alone, ...bundles.values()];
  };

  /**
   * Count a tie of a group. To what stands by itself, none is drawn: each group would have one.
   * @param {Map<string, Edge>} bundles @param {Placed} a @param {Placed} b
   */
  const bundle = (bundles, a, b) => {
    if ([a, b].some(({ id }) => id >= 0 && Groups.around(id) === undefined)) return;
    const [start, end] = a.id < b.id ? [a, b] : [b, a];
    const key = `${start.id} ${end.id}`;
    const count = (bundles.get(key)?.count ?? 0) + 1;
    const size = Math.min(start.size, end.group === undefined ? Infinity : end.size);
    bundles.set(key, { start, end, token: "line", width: size * Math.min(Math.sqrt(count) / 60, 0.3), dashes: false, count });
  };

  /** Put into the data set what is missing, take out what is too much. @param {Map<number, Placed>} wanted */
  const hold = (wanted) => {
    const gone = [...held.keys()].filter((id) => !wanted.has(id));
    const fresh = [...wanted.values()].filter(({ id }) => !held.has(id));
    held = wanted;
    if (!set) return;
    if (gone.length) set.remove(gone);
    if (fresh.length) set.add(fresh);
  };

  /** Work out again what is shown. */
  const update = () => {
    stale = false;
    const stands = standing();
    const nodes = items(stands);
    near = null;
    rank([...nodes.values()]);
    hold(nodes);
    edges = lines(stands);
    Lines.hold(edges);
  };

  const refresh = () => {
    stale = true;
    if (network) update();
  };

  /** Make the picture. @param {HTMLElement} container */
  const open = (container) => {
    Looks.dress(placed.values());
    update();
    set = new vis.DataSet([...held.values()]);
    network = new vis.Network(container, { nodes: set, edges: [] }, DATA.network.options);
    Motion.watch(network);
    network.on("beforeDrawing", (/** @type {CanvasRenderingContext2D} */ ctx) => Motion.isMoving() || Lines.draw(ctx, network.getScale()));
    network.once("afterDrawing", () => {
      performance.mark("picture");
      drawn = true;
    });
    return network;
  };

  /** How a tie is drawn. @param {number} tie */
  const line = (tie) => {
    const { dashes, width, ts_tie } = DATA.network.edges;
    if (!rows.size) for (const [row, each] of ts_tie.entries()) rows.set(each, row);
    const row = rows.get(tie) ?? -1;
    return { dashes: dashes[row] ?? false, width: width[row] ?? 1 };
  };

  /** @param {number} id */
  const neighbours = (id) => {
    if (!near) {
      near = new Map([...held.keys()].map((node) => [node, new Set()]));
      for (const { start, end } of edges) {
        near.get(start.id)?.add(end.id);
        near.get(end.id)?.add(start.id);
      }
    }
    return near.get(id) ?? new Set();
  };

  /** Give nodes their size and colour again. */
  const dress = () => {
    if (!network) return;
    const nodes = [...held.values()];
    const before = nodes.map(({ size, color }) => ({ size, color }));
    Looks.dress(placed.values());
    const other = nodes.filter(({ size, color }, i) => size !== before[i].size || color !== before[i].color);
    if (other.length) set.update(other.map(({ id, size, color }) => ({ id, size, color })));
    rank(nodes);
  };

  return {
    open,
    dress,
    line,
    neighbours,
    /** Put a node somewhere. @param {number} id @param {number} x @param {number} y */
    move: (id, x, y) => {
      const node = placed.get(id);
      if (!node || (node.x === x && node.y === y)) return;
      [node.x, node.y] = [x, y];
      if (held.has(id)) set?.update({ id, x, y });
    },
    /** Ties of a node that the filter leaves. @param {number} node */
    ties: (node) => Ties.of(node).filter((tie) => Filter.showsTie(tie) && Filter.shows(Ties.other(tie, node))),
    /** Ties as they are drawn. */
    edges: () => edges,
    /** What stands for a node: itself, or the group it is in. @param {number} id */
    standing: (id) => Groups.of(id) ?? placed.get(id),
    /** vis-network, once the picture was made. */
    network: () => network,
    refresh,
    /** What is shown, the important first. */
    shown: () => {
      if (stale) update();
      return byImportance;
    },
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
