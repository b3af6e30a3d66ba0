"use strict";

/** What is drawn over the nodes and ties: names, and what is in focus on a veil over the rest. */
const Overlay = (() => {
  const AT_FIRST = 46;
  /** @type {Placed[]} */
  let focus = [];

  /** A chosen node, its neighbours, and for an organisation those it meets in collaborations. @param {number} node */
  const around = (node) => {
    const near = new Set([node]);
    for (const tie of Ties.of(node)) near.add(Ties.other(tie, node));
    if (Nodes.label(node) === "Organisation") {
      for (const work of Ties.targets(node, "PARTICIPATES_IN")) {
        for (const tie of Ties.of(work)) if (Ties.type(tie) === "PARTICIPATES_IN") near.add(Ties.start(tie));
      }
    }
    return [...near].map(Scene.place).filter((found) => found !== undefined);
  };

  const choose = () => {
    const node = Choice.node();
    focus = node === null || !Scene.place(node) ? [] : around(node);
    focus.sort((a, b) => Number(b.id === node) - Number(a.id === node) || Scene.importance(b) - Scene.importance(a));
    Scene.redraw();
  };

  /** Draw over what vis-network drew. @param {CanvasRenderingContext2D} ctx */
  const draw = (ctx) => {
    const scale = Scene.network().getScale();
    if (focus.length) return drawFocus(ctx, scale);
    const seen = Camera.inSight(Scene.shown()).slice(0, AT_FIRST * Camera.closeness() ** 2);
    Labels.draw(ctx, seen, { scale, frame: Camera.frame(), taken: seen.filter(({ group }) => group === undefined).slice(0, 60).map(box) });
  };

  /** @param {Placed} node @returns {Box} */
  const box = ({ x, y, size }) => [x - size, y - size, x + size, y + size];

  /** @param {CanvasRenderingContext2D} ctx @param {number} scale */
  const drawFocus = (ctx, scale) => {
    const seen = Camera.frame();
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
    const named = Camera.inSight(focus).slice(0, 160);
    Labels.draw(ctx, named, { scale, bold: centre.id, frame: seen, taken: focus.slice(0, 40).map(box) });
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

  return { choose, draw, focus: () => focus };
})();
