"use strict";

/** Several nodes selected together, with a frame drawn round them or one after another. */
const Selected = (() => {
  State.declare("selected", { undo: true });
  /** Corners of the frame that is being drawn, on the picture. @type {Box | null} */
  let frame = null;

  const ids = () => State.all("selected").flatMap((id) => Nodes.number(id) ?? []);

  /** Put two corners in order. @param {Box} corners @returns {Box} */
  const ordered = ([a, b, c, d]) => [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];

  const take = () => {
    if (!frame) return;
    const [left, top, right, bottom] = ordered(frame);
    const inside = Scene.shown().filter(({ x, y }) => x >= left && x <= right && y >= top && y <= bottom);
    frame = null;
    // Groups of nodes have no name in the address.
    set([...ids(), ...inside.map((node) => node.id)].filter((id) => id >= 0 && id < Nodes.count));
  };

  /** @param {number[]} nodes */
  const set = (nodes) => {
    State.set("selected", [...new Set(nodes)].map(Nodes.id));
    Scene.redraw();
  };

  /** @param {CanvasRenderingContext2D} ctx @param {number} scale */
  const drawFrame = (ctx, scale) => {
    if (!frame) return;
    const [left, top, right, bottom] = ordered(frame);
    ctx.beginPath();
    ctx.rect(left, top, right - left, bottom - top);
    ctx.globalAlpha = 0.12;
    ctx.fillStyle = Paint.token("accent");
    ctx.fill();
    ctx.globalAlpha = 1;
    ctx.setLineDash([6 / scale, 4 / scale]);
    ctx.strokeStyle = Paint.token("accent");
    ctx.lineWidth = 1.5 / scale;
    ctx.stroke();
    ctx.setLineDash([]);
  };

  /** What is known of those selected, as rows. */
  const rows = () => [
    ["name", "kind", "id"].map((name) => Words.t(`table.${name}`)),
    ...ids().map((node) => [Words.name(node), Words.t(`label.${Nodes.label(node)}`), Nodes.id(node)]),
  ];

  return {
    ids,
    rows,
    drawFrame,
    /** Those selected that have a place. @returns {Placed[]} */
    nodes: () => ids().map(Scene.place).filter((node) => node !== undefined),
    /** @param {number} node */
    toggle: (node) => set(ids().includes(node) ? ids().filter((each) => each !== node) : [...ids(), node]),
    /** @param {{x: number, y: number}} spot */
    begin: ({ x, y }) => {
      frame = [x, y, x, y];
    },
    /** @param {{x: number, y: number}} spot */
    stretch: ({ x, y }) => {
      if (frame) frame = [frame[0], frame[1], x, y];
      Scene.redraw();
    },
    end: take,
  };
})();
