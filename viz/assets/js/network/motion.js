"use strict";

/**
 * A picture of many nodes while it is moved: a still of it goes along, and it is drawn again when the hand rests. Drawing
 * thousands of nodes anew takes longer than a frame lasts.
 */
const Motion = (() => {
  const MANY = 200;
  // Beyond the still, what is drawn anew with each frame.
  const MOST = 1200;
  const FAINT = 0.12;
  // Longer than vis-network waits after the wheel, so that its own drawing shows the still too.
  const REST = 270;
  const still = document.createElement("canvas");
  /** What of the picture was drawn last, and so is on the still. @type {Box} */
  let frame = [0, 0, 0, 0];
  let moving = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let resting;

  /** @param {any} network */
  const take = (network) => {
    const canvas = network.canvas.frame.canvas;
    if (!canvas.width) return;
    [still.width, still.height] = [canvas.width, canvas.height];
    still.getContext("2d")?.drawImage(canvas, 0, 0);
    moving = true;
    // vis-network leaves nodes and ties out while it is dragged, if told so; of turning the wheel it knows it of ties alone.
    network.renderer.options.hideNodesOnDrag = true;
    network.renderer.dragging = true;
  };

  /** @param {any} network */
  const remember = (network) => {
    const { clientWidth, clientHeight } = network.canvas.frame.canvas;
    const a = network.DOMtoCanvas({ x: 0, y: 0 });
    const b = network.DOMtoCanvas({ x: clientWidth, y: clientHeight });
    frame = [a.x, a.y, b.x, b.y];
  };

  /** Nodes that come into sight beyond the still, the important first. @param {CanvasRenderingContext2D} ctx */
  const rim = (ctx) => {
    const [left, top, right, bottom] = frame;
    const beyond = (/** @type {Placed[]} */ nodes) =>
      Camera.inSight(nodes).filter(({ x, y }) => x < left || x > right || y < top || y > bottom).slice(0, MOST);
    ctx.globalAlpha = Focus.nodes().length ? FAINT : 1;
    for (const node of beyond(Scene.shown())) Shapes.draw(ctx, node);
    ctx.globalAlpha = 1;
    for (const node of beyond(Focus.nodes())) Shapes.draw(ctx, node);
  };

  /** @param {any} network */
  const rest = (network) => {
    moving = false;
    network.renderer.dragging = false;
    network.renderer.zooming = false;
    network.renderer.options.hideNodesOnDrag = false;
    network.redraw();
  };

  /** @param {any} network */
  const move = (network) => {
    if (!moving && Scene.shown().length > MANY) take(network);
    if (!moving) return;
    clearTimeout(resting);
    resting = setTimeout(() => rest(network), REST);
  };

  return {
    isMoving: () => moving,
    /** @param {any} network */
    watch: (network) => {
      for (const event of ["dragStart", "dragging", "zoom"]) network.on(event, () => move(network));
      network.on("dragEnd", () => moving && rest(network));
      network.on("beforeDrawing", (/** @type {CanvasRenderingContext2D} */ ctx) => {
        if (!moving) return remember(network);
        const [left, top, right, bottom] = frame;
        rim(ctx);
        ctx.drawImage(still, left, top, right - left, bottom - top);
      });
    },
  };
})();
