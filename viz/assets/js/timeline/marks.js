"use strict";

/** The marks of events and cases: those that would lie on each other stand in rows, and what has no room there is bundled. */
const Marks = (() => {
  const ROWS = 3;
  // Pixels from one mark to the next; in the last row there may be bundles, which are wider.
  const APART = [20, 20, 34];

  /** Where a mark lies; those of which only the year is known, side by side in what is seen of it. @param {number} node @param {Map<string, number[]>} years */
  const place = (node, years) => {
    const [day] = Spans.days(node);
    if (day.length > 4) return Dates.place(day);
    const same = years.get(day) ?? [node];
    const [first, last] = Axis.ends();
    const [from, to] = [Math.max(first, Dates.month(day, 0)), Math.min(last, Dates.month(day, 11) + 1)];
    return from + ((to - from) * (same.indexOf(node) + 1)) / (same.length + 1);
  };

  /** Rows of marks from left to right, each with one node or a bundle of several. @param {number[]} nodes @returns {Mark[][]} */
  const rows = (nodes) => {
    /** @type {Map<string, number[]>} */
    const years = new Map();
    for (const node of nodes) years.set(Spans.days(node)[0], [...(years.get(Spans.days(node)[0]) ?? []), node]);
    const placed = nodes.map((node) => ({ x: Axis.at(place(node, years)), nodes: [node] })).sort((a, b) => a.x - b.x);
    /** @type {Mark[][]} */
    const found = [[]];
    for (const mark of placed) {
      const isFree = (/** @type {Mark[]} */ row, /** @type {number} */ i) => !row.length || Axis.pixels(mark.x - row[row.length - 1].x) >= APART[i];
      const row = found.find(isFree);
      if (row) row.push(mark);
      else if (found.length < ROWS) found.push([mark]);
      else found[ROWS - 1][found[ROWS - 1].length - 1].nodes.push(...mark.nodes);
    }
    return found;
  };

  return { rows };
})();
