"use strict";

/** Names on the picture: as many as there is room for, the important first, none over another. */
const Labels = (() => {
  const SIZE = 12.5;
  // In half-width signs, of which Chinese characters and kana take two.
  const LONGEST = 40;
  const FAMILY = getComputedStyle(document.documentElement).fontFamily;
  const measure = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  measure.font = `${SIZE}px ${FAMILY}`;
  /** @type {Map<string, number>} */
  const widths = new Map();
  // Marks that turn the direction of text around would turn the rest of the picture's names too.
  const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\p{Cc}]/gu;

  /** @param {string} name */
  const shortened = (name) => {
    const signs = [...name.slice(0, 200).replace(TURNING, "")];
    let wide = 0;
    for (const [i, sign] of signs.entries()) {
      wide += sign < "\u2e80" ? 1 : 2;
      if (wide > LONGEST) return `${signs.slice(0, i - 1).join("")}…`;
    }
    return signs.join("");
  };

  /** @param {string} text */
  const width = (text) => {
    const found = widths.get(text) ?? measure.measureText(text).width;
    widths.set(text, found);
    return found;
  };

  /** Places a label can stand at, in order of liking: a group's in its middle; below, above, right, left. @param {Placed} node @param {number} wide @param {number} high @param {number} gap @returns {Box[]} */
  const places = ({ x, y, size, group }, wide, high, gap) => group !== undefined ? [[x - wide / 2, y - high / 2, x + wide / 2, y + high / 2]] : [
    [x - wide / 2, y + size + gap, x + wide / 2, y + size + gap + high],
    [x - wide / 2, y - size - gap - high, x + wide / 2, y - size - gap],
    [x + size + gap, y - high / 2, x + size + gap + wide, y + high / 2],
    [x - size - gap - wide, y - high / 2, x - size - gap, y + high / 2],
  ];

  /** @param {Box} a @param {Box} b */
  const overlap = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

  /** @param {Box} a @param {Box} b */
  const within = (a, b) => a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a[3] <= b[3];

  return {
    shortened,
    /**
     * Draw names of nodes, the first first.
     * @param {CanvasRenderingContext2D} ctx
     * @param {Placed[]} nodes
     * @param {{scale: number, bold?: number, frame: Box, taken?: Box[]}} options
     */
    draw: (ctx, nodes, { scale, bold = -1, frame, taken = [] }) => {
      const high = (SIZE * 1.25) / scale;
      const gap = 2 / scale;
      ctx.textBaseline = "middle";
      ctx.textAlign = "left";
      ctx.lineJoin = "round";
      for (const node of nodes) {
        const text = shortened(Scene.called(node));
        const strong = node.id === bold || node.group !== undefined || Nodes.label(node.id) === "Municipality";
        const wide = (width(text) * (strong ? 1.08 : 1) + 4) / scale;
        const free = places(node, wide, high, gap).find(
          (place) => within(place, frame) && !taken.some((box) => overlap(place, box)),
        );
        if (!free) continue;
        taken.push(free);
        ctx.font = `${strong ? "700 " : ""}${SIZE / scale}px ${FAMILY}`;
        ctx.strokeStyle = "rgb(255 255 255 / 92%)";
        ctx.lineWidth = 3.5 / scale;
        ctx.strokeText(text, free[0] + 2 / scale, free[1] + high / 2);
        ctx.fillStyle = "#1b2733";
        ctx.fillText(text, free[0] + 2 / scale, free[1] + high / 2);
      }
    },
  };
})();
