"use strict";

/** The head of the timeline: its scale, and what began and ended in each column, in numbers. */
const TimeCounts = (() => {
  /** @type {Array<[string, string, string]>} */
  const COUNTED = [["Organisation", "memberSince", "joined"], ["Need", "openedOn", "opened"], ["Need", "closedOn", "closed"]];

  /** How many of a label have a date in each column. @param {string} label @param {string} property */
  const counts = (label, property) => {
    const found = new Map(Axis.columns().map((month) => [month, 0]));
    for (const node of Spans.all(label)) {
      const day = Spans.text(node, property);
      if (!day || !Filter.passes(node)) continue;
      const month = Axis.column(Dates.month(day, 0));
      if (found.has(month)) found.set(month, (found.get(month) ?? 0) + 1);
    }
    return [...found].filter(([, count]) => count);
  };

  /** @param {Array<[number, number]>} found @param {string} name */
  const strip = (found, name) => {
    const most = Math.max(1, ...found.map(([, count]) => count));
    const width = 100 / Axis.columns().length;
    const bars = found.flatMap(([month, count]) => [
      svg("rect", { class: "time-count", x: `${Axis.at(month)}%`, width: `${width - Math.min(0.4, width / 8)}%`, y: 20 - (18 * count) / most, height: (18 * count) / most }),
      svg("text", { class: "time-number", x: `${Axis.at(month) + width / 2}%`, y: 16 }, Words.number(count)),
    ]);
    const said = found.map(([month, count]) => `${Axis.said(month)} ${Words.number(count)}`);
    const track = svg("svg", { class: "time-track", role: "img", "aria-label": `${name}: ${said.join(", ") || Words.number(0)}` }, ...Axis.grid(), ...bars);
    return element("div", { class: "time-row" }, element("span", { class: "time-name" }, name), track);
  };

  /** The scale, and a strip for each thing counted. @returns {HTMLElement[]} */
  const rows = () => {
    const labels = Axis.labels();
    const isTwo = labels.some((label) => label.getAttribute("y") !== "16");
    const scale = element("div", { class: isTwo ? "time-row time-scale" : "time-row" }, element("span", { class: "time-name" }),
      svg("svg", { class: "time-track", "aria-hidden": "true" }, ...Axis.grid(), ...labels));
    return [scale, ...COUNTED.filter(([label, property]) => Spans.all(label).some((node) => Spans.text(node, property)))
      .map(([label, property, name]) => strip(counts(label, property), Words.t(`timeline.counts.${name}`)))];
  };

  return { rows };
})();
