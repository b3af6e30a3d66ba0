"use strict";

/** The scale of the timeline: the period chosen, in columns of as many months or years as there is room for. */
const Axis = (() => {
  const STEPS = [1, 3, ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((years) => 12 * years)];
  // Widths that a column needs for its label, in pixels: of months, of a year, and of a year with its era beside it.
  const ROOM = { month: 36, year: 58, both: 104 };
  let [first, last, step, room] = [0, 12, 12, 800];

  /** Take the period that is chosen into a width. @param {number} width In pixels. */
  const fit = (width) => {
    const [since, until] = Period.now();
    const from = Math.max(since, DATA.timeline?.first ?? 0);
    const to = Math.max(from, Math.min(until, DATA.timeline?.last ?? 0)) + 1;
    room = Math.max(1, width);
    step = STEPS.find((months) => (room * months) / (to - from) >= (months < 12 ? ROOM.month : ROOM.year)) ?? 24000;
    [first, last] = [Math.floor(from / step) * step, Math.ceil(to / step) * step];
  };

  /** Where a month lies, in hundredths of the width; what lies outside, a little beyond the edge. @param {number} month */
  const at = (month) => Math.max(-1, Math.min(101, (100 * (month - first)) / (last - first)));

  /** First months of the columns. */
  const columns = () => Array.from({ length: (last - first) / step }, (_, i) => first + i * step);

  /** The lines between the columns, and what lies outside the period. */
  const grid = () => {
    const [since, until] = Period.now();
    /** @param {number} from @param {number} to */
    const outside = (from, to) => svg("rect", { class: "time-outside", x: `${from}%`, width: `${Math.max(0, to - from)}%`, height: "100%" });
    return [
      ...columns().map((month) => svg("line", { class: month % 12 ? "time-line" : "time-line time-new-year", x1: `${at(month)}%`, x2: `${at(month)}%`, y2: "100%" })),
      outside(0, since <= (DATA.timeline?.first ?? 0) ? 0 : at(since)),
      outside(until >= (DATA.timeline?.last ?? 0) ? 100 : at(until + 1), 100),
    ];
  };

  /** @param {number} month @param {string} text @param {number} line */
  const label = (month, text, line) => svg("text", { class: "time-year", x: `${at(month)}%`, dx: 4, y: 16 + 15 * line }, text);

  /** A year, with its era where there is one: side by side, above each other, or alone over months. @param {number} month @param {number} width */
  const year = (month, width) => {
    const said = String(Math.floor(month / 12));
    if (Words.language() !== "ja") return [label(month, said, 0)];
    const eras = Dates.eras(said);
    if (width >= ROOM.both) return [label(month, `${eras.join("・")} (${said})`, 0)];
    return step < 12 ? [label(month, Dates.said(said), 0)] : [label(month, eras[eras.length - 1], 0), label(month, said, 1)];
  };

  /** The labels of the columns. */
  const labels = () => {
    const every = Math.max(step, 12);
    const starts = Array.from({ length: Math.ceil(last / every) - Math.floor(first / every) }, (_, i) => Math.max(first, (Math.floor(first / every) + i) * every));
    const widths = starts.map((month, i) => (room * ((starts[i + 1] ?? last) - month)) / (last - first));
    const years = starts.flatMap((month, i) => (widths[i] >= ROOM.month ? year(month, widths[i]) : []));
    return step < 12 ? [...years, ...columns().map((month) => label(month, Dates.ofYear(month), 1))] : years;
  };

  return {
    fit,
    at,
    grid,
    columns,
    labels,
    /** A length in hundredths as pixels. @param {number} hundredths */
    pixels: (hundredths) => (room * hundredths) / 100,
    /** First month of the column that a month lies in. @param {number} month */
    column: (month) => Math.floor(month / step) * step,
    /** What a column is called. @param {number} month */
    said: (month) => Dates.said(step < 12 ? Dates.iso(month) : String(Math.floor(month / 12))),
    /** First month, and the first after the last. @returns {[number, number]} */
    ends: () => [first, last],
  };
})();
