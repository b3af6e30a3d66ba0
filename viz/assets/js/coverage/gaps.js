"use strict";

/** What is said of gaps: the score of each and what makes it, who and what could help, what hangs on one organisation. */
const Gaps = (() => {
  const found = DATA.coverage.gaps;
  const single = DATA.coverage.single;
  const rows = new Map(found.cell.map((crossing, row) => [crossing, row]));
  const PARTS = Object.keys(found.weights);

  /** Sums of a number of each gap, by municipality and by theme, wards counting for nobody. @param {(row: number) => number} of */
  const sums = (of) => {
    /** @type {Map<number, number>} */
    const total = new Map();
    for (const [crossing, row] of rows) {
      for (const node of crossing.split(" ").map(Number)) total.set(node, (total.get(node) ?? 0) + of(row));
    }
    return total;
  };

  /** Values by the crossing that each belongs to. @template T @param {string[]} crossings @param {T[]} values @returns {Map<string, T[]>} */
  const grouped = (crossings, values) => {
    const groups = new Map();
    for (const [i, crossing] of crossings.entries()) {
      if (!groups.has(crossing)) groups.set(crossing, []);
      groups.get(crossing).push(values[i]);
    }
    return groups;
  };
  const helpers = grouped(found.helperCell, found.helpers);
  const resources = grouped(found.resourceCell, found.resources);
  const singles = grouped(single.cell, single.organisation.map((node, i) => ({ node, after: single.after[i] })));

  return {
    /** Sum of scores of a municipality's or a theme's gaps. */
    scores: sums((row) => found.score[row]),
    numbers: sums(() => 1),
    /** Row of a gap, or null where there is none. @param {string} crossing @returns {number | null} */
    row: (crossing) => rows.get(crossing) ?? null,
    crossing: (/** @type {number} */ row) => found.cell[row],
    /** The parts of a gap's score with their weights; null where a part is not known. @param {number} row */
    parts: (row) => PARTS.map((part, i) => ({ part, value: found.parts[row][i], weight: found.weights[part] })),
    /** @param {string} crossing */
    helpers: (crossing) => helpers.get(crossing) ?? [],
    /** @param {string} crossing */
    resources: (crossing) => resources.get(crossing) ?? [],
    /** Organisations without any one of which a cell is worse off, and what it is then. @param {string} crossing */
    singles: (crossing) => singles.get(crossing) ?? [],
  };
})();
