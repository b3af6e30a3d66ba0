"use strict";

/**
 * Names on the picture: as many as there is room for, the important first, none over another. Where they stand is worked
 * out when the picture rests; while it moves, each goes with its node, painted from a stamp made once.
 */
const Labels = (() => {
  const SIZE = 12.5;
  const HIGH = SIZE * 1.25;
  const GAP = 2;
  const SIDES = [0, 1, 2, 3];
  const MIDDLE = 4;
  const HALO = 3.5;
  // In half-width signs, of which Chinese characters and kana take two.
  const LONGEST = 40;
  const MOST_STAMPS = 1500;
  const FAMILY = getComputedStyle(document.documentElement).fontFamily;
  const measure = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  /** @type {Map<string, number>} */
  const widths = new Map();
  /** @type {Map<string, HTMLCanvasElement>} */
  const stamps = new Map();
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

  /** @param {boolean} strong */
  const font = (strong) => `${strong ? "700 " : ""}${SIZE}px ${FAMILY}`;

  /** Width on the screen. @param {string} text @param {boolean} strong */
  const width = (text, strong) => {
    const key = `${strong}${text}`;
    let found = widths.get(key);
    if (found === undefined) {
      measure.font = font(strong);
      found = measure.measureText(text).width + 4;
      widths.set(key, found);
    }
    return found;
  };

  /** Left upper corner of a name at one of four sides, in order of liking: below, above, right, left; or in its middle. @param {Placed} node @param {number} side @param {number} wide @param {number} scale */
  const corner = ({ x, y, size }, side, wide, scale) => {
    const [w, h, gap] = [wide / scale, HIGH / scale, GAP / scale];
    if (side === MIDDLE) return [x - w / 2, y - h / 2];
    if (side === 0) return [x - w / 2, y + size + gap];
    if (side === 1) return [x - w / 2, y - size - gap - h];
    return [side === 2 ? x + size + gap : x - size - gap - w, y - h / 2];
  };

  /** @param {Box} a @param {Box} b */
  const overlap = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

  /** @param {Box} a @param {Box} b */
  const within = (a, b) => a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a[3] <= b[3];

  /**
   * Work out which names there is room for.
   * @param {Placed[]} nodes The first first.
   * @param {{scale: number, bold: Set<number>, frame: Box, taken: Box[]}} options
   * @returns {Name[]}
   */
  const plan = (nodes, { scale, bold, frame, taken }) => {
    /** @type {Name[]} */
    const names = [];
    /** @type {Box[]} */
    const written = [];
    for (const node of nodes) {
      const text = shortened(Scene.called(node));
      const strong = bold.has(node.id) || node.group !== undefined || Nodes.label(node.id) === "Municipality";
      const wide = width(text, strong);
      for (const side of node.group === undefined ? SIDES : [MIDDLE, 0, 1]) {
        const [x, y] = corner(node, side, wide, scale);
        /** @type {Box} */
        const box = [x, y, x + wide / scale, y + HIGH / scale];
        const hits = (/** @type {Box} */ other) => overlap(box, other);
        // A group's name may stand over what lies on its circle.
        if (!within(box, frame) || written.some(hits) || (node.group === undefined && taken.some(hits))) continue;
        written.push(box);
        names.push({ node, text, strong, side, wide });
        break;
      }
    }
    return names;
  };

  /** A name with its halo, as a small picture. @param {Name} name @param {number} ratio */
  const stamp = ({ text, strong, wide }, ratio) => {
    const key = `${ratio}${strong}${text}`;
    const found = stamps.get(key);
    if (found) return found;
    const made = document.createElement("canvas");
    [made.width, made.height] = [Math.ceil((wide + HALO) * ratio), Math.ceil((HIGH + HALO) * ratio)];
    const ctx = /** @type {CanvasRenderingContext2D} */ (made.getContext("2d"));
    ctx.scale(ratio, ratio);
    ctx.font = font(strong);
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    ctx.lineWidth = HALO;
    ctx.strokeStyle = Paint.token("canvas");
    ctx.strokeText(text, 2 + HALO / 2, (HIGH + HALO) / 2);
    ctx.fillStyle = Paint.token("ink");
    ctx.fillText(text, 2 + HALO / 2, (HIGH + HALO) / 2);
    if (stamps.size > MOST_STAMPS) stamps.clear();
    stamps.set(key, made);
    return made;
  };

  /** @param {CanvasRenderingContext2D} ctx @param {Name[]} names @param {number} scale */
  const paint = (ctx, names, scale) => {
    const at = ctx.getTransform();
    const ratio = at.a / scale;
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    for (const name of names) {
      const [x, y] = corner(name.node, name.side, name.wide, scale);
      // Whole points of the screen keep letters sharp.
      ctx.drawImage(stamp(name, ratio), Math.round(at.a * x + at.e - (HALO / 2) * ratio), Math.round(at.d * y + at.f - (HALO / 2) * ratio));
    }
    ctx.restore();
  };

  return {
    SIZE,
    HALO,
    FAMILY,
    shortened,
    plan,
    paint,
    /** What a name takes up. @param {Name} name @param {number} scale @returns {Box} */
    box: (name, scale) => {
      const [x, y] = corner(name.node, name.side, name.wide, scale);
      return [x, y, x + name.wide / scale, y + HIGH / scale];
    },
    /** Where the middle of a name's left side is. @param {Name} name @param {number} scale */
    spot: (name, scale) => {
      const [x, y] = corner(name.node, name.side, name.wide, scale);
      return [x + 2 / scale, y + HIGH / 2 / scale];
    },
    /** Make the stamps again, when colours changed. */
    renew: () => stamps.clear(),
  };
})();
