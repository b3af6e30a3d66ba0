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

  /** Lines that look alike, in parts that one stroke can hold, pale ones first. @param {Edge[]} lines */
  const parts = (lines) => {
    /** @type {Map<string, Edge[][]>} */
    const alike = new Map();
    for (const line of lines) {
      const key = `${line.token} ${line.width} ${line.dashes}`;
      const group = alike.get(key);
      if (!group) alike.set(key, [[line]]);
      else if ((group.at(-1)?.length ?? MOST) < MOST) group.at(-1)?.push(line);
      else group.push([line]);
    }
    const order = (/** @type {Edge[]} */ [{ token }]) => (token === "tie-faint" ? 0 : 1);
    return [...alike.values()].flat().sort((a, b) => order(a) - order(b));
  };

  /** @param {CanvasRenderingContext2D} ctx @param {Edge[]} lines @param {number} least */
  const stroke = (ctx, lines, least) => {
    const [{ token, width, dashes }] = lines;
    ctx.beginPath();
    for (const { from, to } of lines) {
      ctx.moveTo(from.x, from.y);
      ctx.lineTo(to.x, to.y);
    }
    ctx.setLineDash(dashes || []);
    ctx.strokeStyle = Paint.token(token);
    ctx.lineWidth = Math.max(width, least);
    ctx.stroke();
  };

  return {
    /** Take over what is to be drawn. @param {Edge[]} lines */
    hold: (lines) => {
      strokes = parts(lines);
    },
    /** @param {CanvasRenderingContext2D} ctx @param {number} scale */
    draw: (ctx, scale) => {
      for (const lines of strokes) stroke(ctx, lines, 0.3 / scale);
      ctx.setLineDash([]);
    },
  };
})();
