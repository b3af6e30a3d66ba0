"use strict";

/** vis-network's shapes, drawn on a canvas for the nodes in focus, and as paths of SVG. */
const Shapes = (() => {
  /** Corners around a centre, the first at an angle in turns. @param {number} n @param {number} turn */
  const polygon = (n, turn) =>
    Array.from({ length: n }, (_, i) => {
      const angle = 2 * Math.PI * (turn + i / n);
      return [Math.cos(angle), Math.sin(angle)];
    });
  const star = Array.from({ length: 10 }, (_, i) => {
    const radius = i % 2 ? 0.5 : 1.3;
    return [radius * Math.sin((i * Math.PI) / 5), -radius * Math.cos((i * Math.PI) / 5)];
  });
  /** @type {Record<string, number[][]>} */
  const corners = {
    square: [[-1, -1], [1, -1], [1, 1], [-1, 1]],
    triangle: polygon(3, -0.25).map(([x, y]) => [x * 1.15, y * 1.15 + 0.1]),
    triangleDown: polygon(3, 0.25).map(([x, y]) => [x * 1.15, y * 1.15 - 0.1]),
    diamond: polygon(4, 0),
    hexagon: polygon(6, 0),
    star,
  };
  return {
    /** A path about the origin. @param {string} shape @param {number} size */
    path: (shape, size) =>
      shape in corners
        ? `M${corners[shape].map((corner) => corner.map((at) => (at * size).toFixed(1)).join(" ")).join("L")}Z`
        : `M${-size} 0a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0Z`,
    /**
     * @param {CanvasRenderingContext2D} ctx
     * @param {{shape: string, color: string, x: number, y: number, size: number}} node
     */
    draw: (ctx, { shape, color, x, y, size }) => {
      ctx.beginPath();
      if (shape in corners) {
        for (const [dx, dy] of corners[shape]) ctx.lineTo(x + dx * size, y + dy * size);
        ctx.closePath();
      } else {
        ctx.arc(x, y, size, 0, 2 * Math.PI);
      }
      ctx.fillStyle = color;
      ctx.fill();
    },
  };
})();
