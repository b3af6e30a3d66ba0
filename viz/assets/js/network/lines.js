"use strict";

/**
 * Ties as lines under the nodes. vis-network makes an object with options of its own for each edge, which takes half of
 * the time until a large picture is seen; here lines that look alike are drawn in strokes of many.
 */
const Lines = (() => {
  // In one path of thousands of lines that cross, each is compared with all.
  const MOST = 200;
  /** @type {Edge[][]} */
  let strokes = [];

  /**
   * Lines that look alike, in parts that one stroke can hold. What two that look alike share, `look` tells.
   * @template T @param {T[]} lines @param {(line: T) => string} look
   */
  const alike = (lines, look) => {
    /** @type {Map<string, T[][]>} */
    const found = new Map();
    for (const line of lines) {
      const key = look(line);
      const parts = found.get(key);
      if (!parts) found.set(key, [[line]]);
      else if (parts[parts.length - 1].length < MOST) parts[parts.length - 1].push(line);
      else parts.push([line]);
    }
    return [...found.values()].flat();
  };

  /**
   * @param {CanvasRenderingContext2D} ctx @param {Array<{start: Placed, end: Placed}>} lines
   * @param {{token: string, width: number, dashes: false | number[]}} look Its lengths are those of the picture.
   */
  const stroke = (ctx, lines, { token, width, dashes }) => {
    ctx.beginPath();
    for (const { start, end } of lines) {
      ctx.moveTo(start.x, start.y);
      ctx.lineTo(end.x, end.y);
    }
    ctx.setLineDash(dashes || []);
    ctx.strokeStyle = Paint.token(token);
    ctx.lineWidth = width;
    ctx.stroke();
    ctx.setLineDash([]);
  };

  /** Pale ones come first. @param {Edge} line */
  const order = ({ token }) => (token === "tie-faint" ? 0 : 1);

  return {
    alike,
    stroke,
    /** Take over what is to be drawn. @param {Edge[]} lines */
    hold: (lines) => {
      strokes = alike(lines, ({ token, width, dashes }) => `${token} ${width} ${dashes}`).sort(([a], [b]) => order(a) - order(b));
    },
    /** @param {CanvasRenderingContext2D} ctx @param {number} scale */
    draw: (ctx, scale) => {
      for (const lines of strokes) stroke(ctx, lines, { ...lines[0], width: Math.max(lines[0].width, 0.3 / scale) });
    },
  };
})();
