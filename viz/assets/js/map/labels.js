"use strict";

/** Names and figures in the shapes: the figure wherever there is room, the name beside it where there is more. */
const AreaLabels = (() => {
  const group = byId("map-labels");
  const SIZE = 12;
  const LINE = 14;
  // A name may be somewhat wider than its shape's roomiest ellipse, which is 2.2 times as wide as high.
  const SPILL = 2.2 * 1.3;

  /** About how wide a text is. @param {string} text */
  const width = (text) => [...text].reduce((sum, c) => sum + ((c.codePointAt(0) ?? 0) > 0x2e7f ? SIZE : SIZE * 0.6), 0);

  /** @param {Box} a @param {Box} b */
  const overlap = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

  /** @param {number} x @param {number} y @param {string[]} lines @returns {Box} */
  const box = (x, y, lines) => {
    const half = Math.max(...lines.map(width)) / 2 + 2;
    const high = (lines.length * LINE) / 2;
    return [x - half, y - high, x + half, y + high];
  };

  /** Which lines each area has room for. @param {Array<[number, number | null]>} values @param {number} scale */
  const arranged = (values, scale) => {
    /** @type {Map<number, {lines: string[], box: Box}>} */
    const placed = new Map();
    const byRoom = values.filter(([area]) => Areas.isShown(area)).sort((a, b) => Areas.spot(b[0]).room - Areas.spot(a[0]).room);
    /** @param {number} area @param {string[]} lines */
    const place = (area, lines) => {
      const { x, y } = Areas.spot(area);
      const taken = box(x * scale, y * scale, lines);
      if ([...placed].some(([other, { box }]) => other !== area && overlap(taken, box))) return;
      placed.set(area, { lines, box: taken });
    };
    for (const [area, value] of byRoom) place(area, [Figures.mark(value)]);
    for (const [area, value] of byRoom) {
      const name = Areas.shortName(area);
      if (placed.has(area) && width(name) <= 2 * SPILL * Areas.spot(area).room * scale) place(area, [name, Figures.mark(value)]);
    }
    return placed;
  };

  /** @param {Array<[number, number | null]>} values */
  const draw = (values) => {
    const scale = Sight.scale();
    group.setAttribute("font-size", String(SIZE / scale));
    const texts = [...arranged(values, scale)].map(([area, { lines }]) => {
      const { x, y } = Areas.spot(area);
      return svg("text", { x, y }, ...lines.map((line, i) =>
        svg("tspan", { x, dy: `${i ? 1.15 : 0.36 - (lines.length - 1) * 0.575}em`, class: i === lines.length - 1 ? "figure" : "name" }, line)));
    });
    group.replaceChildren(...texts);
  };

  return { draw };
})();
