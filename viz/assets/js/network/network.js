"use strict";

/** The network picture: vis-network draws nodes and ties where the analysis placed them; names and focus are ours. */
const Picture = (() => {
  const AT_FIRST = 46;
  // With more nodes a moving picture stutters, so it jumps.
  const MOVABLE = 2500;
  const MARGIN = 36;
  const BUTTONS = 24;
  const container = byId("network");
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
  /** @type {Placed[]} */
  let focus = [];
  let fitted = 1;

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
    byId("none-shown").hidden = byImportance.length > 0 || !placed.size;
    byImportance.sort((a, b) => importance(b) - importance(a) || a.id - b.id);
  };

  const items = () => {
    const { dashes, color, width, ts_tie } = DATA.network.edges;
    const edges = (ts_tie ?? []).map((tie, i) => ({
      id: tie, from: Ties.start(tie), to: Ties.end(tie), dashes: dashes[i], color: color[i], width: width[i],
    }));
    return { nodes: [...placed.values()], edges };
  };

  const create = () => {
    byId("too-old").hidden = Library.run();
    if (!Library.run()) return;
    const { nodes, edges } = items();
    nodeView = new vis.DataView(new vis.DataSet(nodes), { filter: (/** @type {any} */ node) => Filter.shows(node.id) });
    edgeView = new vis.DataView(new vis.DataSet(edges), {
      filter: (/** @type {any} */ edge) => Filter.showsTie(edge.id) && Filter.shows(edge.from) && Filter.shows(edge.to),
    });
    rank();
    network = new vis.Network(container, { nodes: nodeView, edges: edgeView }, DATA.network.options);
    network.on("afterDrawing", over);
    network.on("click", (/** @type {any} */ event) => {
      const node = at(event.pointer.DOM);
      if (node === null) Choice.clear();
      else Choice.choose(node);
    });
    fit(false);
    if (Choice.node() !== null) aim();
  };

  /** Move the eye so that nodes fill the picture. @param {Placed[]} nodes @param {{animate: boolean, most?: number}} options */
  const look = (nodes, { animate, most = 1.6 }) => {
    if (!network || !nodes.length) return 1;
    const xs = nodes.map((node) => node.x);
    const ys = nodes.map((node) => node.y);
    const [left, right] = [least(xs), -least(xs.map((x) => -x))];
    const [top, bottom] = [least(ys), -least(ys.map((y) => -y))];
    const wide = (container.clientWidth - 2 * MARGIN) / Math.max(right - left, 1);
    const high = (container.clientHeight - 2 * MARGIN - BUTTONS) / Math.max(bottom - top, 1);
    const scale = Math.max(Math.min(wide, high, most), 0.01);
    const calm = byImportance.length > MOVABLE || matchMedia("(prefers-reduced-motion: reduce)").matches;
    const position = { x: (left + right) / 2, y: (top + bottom + BUTTONS / scale) / 2 };
    network.moveTo({ position, scale, animation: animate && !calm ? { duration: 350, easingFunction: "easeInOutQuad" } : false });
    return scale;
  };

  /** @param {number[]} values */
  const least = (values) => values.reduce((a, b) => Math.min(a, b), Infinity);

  /** @param {boolean} animate */
  const fit = (animate) => {
    fitted = look(byImportance, { animate });
  };

  /** The node at a point of the screen, in focus first. @param {{x: number, y: number}} point @returns {number | null} */
  const at = (point) => {
    const spot = network.DOMtoCanvas(point);
    const reach = 5 / network.getScale();
    const near = (/** @type {Placed} */ node) => Math.hypot(node.x - spot.x, node.y - spot.y) < node.size + reach;
    if (focus.length) return focus.find(near)?.id ?? null;
    return byImportance.find(near)?.id ?? null;
  };

  /** A chosen node, its neighbours, and for an organisation those it meets in collaborations. @param {number} node */
  const around = (node) => {
    const near = new Set([node]);
    for (const tie of Ties.of(node)) near.add(Ties.other(tie, node));
    if (Nodes.label(node) === "Organisation") {
      for (const work of Ties.targets(node, "PARTICIPATES_IN")) {
        for (const tie of Ties.of(work)) if (Ties.type(tie) === "PARTICIPATES_IN") near.add(Ties.start(tie));
      }
    }
    return [...near].map((number) => placed.get(number)).filter((found) => found !== undefined);
  };

  const choose = () => {
    const node = Choice.node();
    focus = node === null || !placed.has(node) ? [] : around(node);
    focus.sort((a, b) => Number(b.id === node) - Number(a.id === node) || importance(b) - importance(a));
    network?.redraw();
  };

  const aim = () => {
    if (focus.length) look(focus, { animate: true, most: 1.3 });
  };

  /** Draw over what vis-network drew: names, or the focus on a veil. @param {CanvasRenderingContext2D} ctx */
  const over = (ctx) => {
    const scale = network.getScale();
    if (focus.length) return overFocus(ctx, scale);
    const room = AT_FIRST * Math.max(1, scale / fitted) ** 2;
    const seen = inSight(byImportance).slice(0, room);
    Labels.draw(ctx, seen, { scale, frame: frame(), taken: seen.slice(0, 60).map(box) });
  };

  /** @param {Placed} node @returns {Box} */
  const box = ({ x, y, size }) => [x - size, y - size, x + size, y + size];

  /** What of the picture is in sight. @returns {Box} */
  const frame = () => {
    const a = network.DOMtoCanvas({ x: 4, y: 4 });
    const b = network.DOMtoCanvas({ x: container.clientWidth - 4, y: container.clientHeight - 4 });
    return [a.x, a.y, b.x, b.y];
  };

  /** @param {Placed[]} nodes */
  const inSight = (nodes) => {
    const [left, top, right, bottom] = frame();
    return nodes.filter(({ x, y }) => x > left && x < right && y > top && y < bottom);
  };

  /** @param {CanvasRenderingContext2D} ctx @param {number} scale */
  const overFocus = (ctx, scale) => {
    const seen = frame();
    const rim = 8 / scale;
    ctx.fillStyle = "rgb(251 252 253 / 88%)";
    ctx.fillRect(seen[0] - rim, seen[1] - rim, seen[2] - seen[0] + 2 * rim, seen[3] - seen[1] + 2 * rim);
    const near = new Map(focus.map((node) => [node.id, node]));
    const centre = focus[0];
    for (const node of focus) {
      for (const tie of Ties.of(node.id)) {
        const [start, end] = [near.get(Ties.start(tie)), near.get(Ties.end(tie))];
        const direct = start === centre || end === centre;
        if (!start || !end || node !== start || !(direct || Ties.type(tie) === "PARTICIPATES_IN")) continue;
        line(ctx, start, end, { scale, direct, dashed: Ties.type(tie) === "TIED_TO" });
      }
    }
    ctx.setLineDash([]);
    for (const node of focus) Shapes.draw(ctx, node);
    ring(ctx, centre, scale);
    Labels.draw(ctx, inSight(focus).slice(0, 160), { scale, bold: centre.id, frame: seen, taken: focus.slice(0, 40).map(box) });
  };

  /**
   * @param {CanvasRenderingContext2D} ctx @param {Placed} start @param {Placed} end
   * @param {{scale: number, direct: boolean, dashed: boolean}} look
   */
  const line = (ctx, start, end, { scale, direct, dashed }) => {
    ctx.beginPath();
    ctx.moveTo(start.x, start.y);
    ctx.lineTo(end.x, end.y);
    ctx.setLineDash(dashed ? [6 / scale, 3 / scale] : []);
    ctx.strokeStyle = direct ? "#47627a" : "#c3ced8";
    ctx.lineWidth = (direct ? 1.4 : 1) / scale;
    ctx.stroke();
  };

  /** @param {CanvasRenderingContext2D} ctx @param {Placed} node @param {number} scale */
  const ring = (ctx, node, scale) => {
    ctx.beginPath();
    ctx.arc(node.x, node.y, node.size * 1.25 + 4 / scale, 0, 2 * Math.PI);
    ctx.strokeStyle = "#f0a500";
    ctx.lineWidth = 3 / scale;
    ctx.stroke();
  };

  /** @param {number} factor */
  const zoom = (factor) => network?.moveTo({ scale: network.getScale() * factor });

  /** @param {MouseEvent} event */
  const hover = (event) => {
    if (!network || event.buttons) return;
    const frame = container.getBoundingClientRect();
    const node = at({ x: event.clientX - frame.left, y: event.clientY - frame.top });
    container.classList.toggle("pointing", node !== null);
    Tip.show(node === null ? "" : `${Labels.shortened(Words.name(node))} (${Words.t(`label.${Nodes.label(node)}`)})`, event);
  };

  const image = () => {
    const drawn = container.querySelector("canvas");
    if (!drawn) return;
    const copy = document.createElement("canvas");
    [copy.width, copy.height] = [drawn.width, drawn.height];
    const ctx = /** @type {CanvasRenderingContext2D} */ (copy.getContext("2d"));
    ctx.fillStyle = "#ffffff";
    ctx.fillRect(0, 0, copy.width, copy.height);
    ctx.drawImage(drawn, 0, 0);
    copy.toBlob((blob) => blob && save(blob, "tsunagari.png"));
  };

  Start.with(() => {
    State.on("view", () => {
      byId("image").hidden = Choice.view() !== "network";
      if (Choice.view() === "network" && !network) create();
    });
    State.on("choice", () => {
      choose();
      aim();
    });
    State.on("lang", () => network?.redraw());
    State.on("filter", () => {
      rank();
      nodeView?.refresh();
      edgeView?.refresh();
      fit(true);
    });
    container.addEventListener("mousemove", hover);
    container.addEventListener("mouseleave", () => Tip.hide());
    byId("zoom-in").addEventListener("click", () => zoom(1.35));
    byId("zoom-out").addEventListener("click", () => zoom(1 / 1.35));
    byId("fit").addEventListener("click", () => fit(true));
    byId("image").addEventListener("click", image);
  });

  return {
    /** @param {number} node */
    has: (node) => placed.has(node),
    shown: () => byImportance.map((node) => node.id),
    /** Where a node stands on the screen. @param {number} node */
    spot: (node) => network.canvasToDOM(placed.get(node)),
  };
})();
