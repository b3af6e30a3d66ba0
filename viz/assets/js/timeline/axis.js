"use strict";

/** The scale of the timeline, and what began and ended in each year, in numbers. */
const Axis = (() => {
  const MOST_LINES = 16;
  /** @type {Array<[string, string, string]>} */
  const COUNTED = [["Organisation", "memberSince", "joined"], ["Need", "openedOn", "opened"], ["Need", "closedOn", "closed"]];
  const first = Math.floor((DATA.timeline?.first ?? 0) / 12) * 12;
  const last = Math.floor((DATA.timeline?.last ?? 0) / 12) * 12 + 12;

  /** Where a month lies, in hundredths of the width. @param {number} month */
  const at = (month) => (100 * (Math.max(first, Math.min(last, month)) - first)) / (last - first);

  const step = () => [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((years) => (last - first) / 12 / years <= MOST_LINES) ?? 2000;

  /** First months of the years that have a line. */
  const lines = () => {
    const every = step() * 12;
    return Array.from({ length: Math.ceil((last - first) / every) }, (_, i) => first + i * every);
  };

  /** The lines, and what lies outside the period. */
  const grid = () => {
    const [since, until] = Period.now();
    /** @param {number} from @param {number} to */
    const outside = (from, to) => svg("rect", { class: "time-outside", x: `${from}%`, width: `${Math.max(0, to - from)}%`, height: "100%" });
    return [
      ...lines().map((month) => svg("line", { class: "time-line", x1: `${at(month)}%`, x2: `${at(month)}%`, y2: "100%" })),
      outside(0, since <= (DATA.timeline?.first ?? 0) ? 0 : at(since)),
      outside(until >= (DATA.timeline?.last ?? 0) ? 100 : at(until + 1), 100),
    ];
  };

  /** How many of a label have a date in each of the years that have a line. @param {string} label @param {string} property */
  const counts = (label, property) => {
    const found = new Map(lines().map((month) => [month, 0]));
    for (const node of Spans.all(label)) {
      const day = Spans.text(node, property);
      if (!day || !Filter.passes(node)) continue;
      const month = first + Math.floor((Dates.month(day, 0) - first) / 12 / step()) * step() * 12;
      if (found.has(month)) found.set(month, (found.get(month) ?? 0) + 1);
    }
    return found;
  };

  /** @param {Map<number, number>} found @param {string} name */
  const strip = (found, name) => {
    const most = Math.max(1, ...found.values());
    const width = 100 / ((last - first) / 12 / step());
    const bars = [...found].filter(([, count]) => count).flatMap(([month, count]) => [
      svg("rect", { class: "time-count", x: `${at(month)}%`, width: `${Math.max(0, Math.min(width, 100 - at(month)) - 0.4)}%`, y: 20 - (18 * count) / most, height: (18 * count) / most }),
      svg("text", { class: "time-number", x: `${at(month) + Math.min(width, 100 - at(month)) / 2}%`, y: 16 }, Words.number(count)),
    ]);
    const said = [...found].filter(([, count]) => count).map(([month, count]) => `${Dates.said(String(month / 12))} ${Words.number(count)}`);
    const track = svg("svg", { class: "time-track", role: "img", "aria-label": `${name}: ${said.join(", ") || Words.number(0)}` }, ...grid(), ...bars);
    return element("div", { class: "time-row" }, element("span", { class: "time-name" }, name), track);
  };

  const head = () => {
    const years = lines().map((month) => svg("text", { class: "time-year", x: `${at(month)}%`, dx: 4, y: 16 }, Dates.said(String(month / 12))));
    const scale = element("div", { class: "time-row" }, element("span", { class: "time-name" }), svg("svg", { class: "time-track", "aria-hidden": "true" }, ...grid(), ...years));
    const strips = COUNTED.filter(([label, property]) => Spans.all(label).some((node) => Spans.text(node, property)))
      .map(([label, property, name]) => strip(counts(label, property), Words.t(`timeline.counts.${name}`)));
    byId("time-head").replaceChildren(scale, ...strips);
  };

  return { at, grid, head, first, last };
})();
