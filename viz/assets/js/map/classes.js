"use strict";

/** Figures in at most five classes, each of about as many municipalities; none and not known stand apart. */
const Classes = (() => {
  const MOST = 5;

  /** The first and last figure of each class. @param {Array<number | null>} values @returns {Array<[number, number]>} */
  const of = (values) => {
    const found = /** @type {number[]} */ (values.filter((value) => value !== null && value > 0)).sort((a, b) => a - b);
    const distinct = [...new Set(found)];
    if (distinct.length <= MOST) return distinct.map((value) => [value, value]);
    const lasts = Array.from({ length: MOST }, (_, i) => found[Math.ceil((found.length * (i + 1)) / MOST) - 1]);
    return [...new Set(lasts)].map((last, i, all) => [distinct.find((value) => i === 0 || value > all[i - 1]) ?? last, last]);
  };

  /** The class's place on the ramp of colours: 0 for none, 1 to 5. @param {number | null} value @param {Array<[number, number]>} classes */
  const level = (value, classes) => {
    if (value === null) return "unknown";
    if (value === 0) return 0;
    const at = classes.findIndex(([, last]) => value <= last);
    // Few classes take colours that are far apart.
    return classes.length === 1 ? 3 : 1 + Math.round((at * (MOST - 1)) / (classes.length - 1));
  };

  return { of, level };
})();
