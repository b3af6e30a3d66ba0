"use strict";

/** What the timeline shows: collaborations, events and cases, with when they were. */
const Spans = (() => {
  /** @param {string} label */
  const all = (label) => Array.from({ length: DATA.nodes[label]?.count ?? 0 }, (_, i) => DATA.nodes[label].first + i);
  /** @param {number} node @param {string} property */
  const text = (node, property) => {
    const value = Nodes.value(node, property);
    return value === null ? "" : String(value);
  };

  /** First and last day as they are known, or nothing. @param {number} node @returns {[string, string]} */
  const days = (node) => {
    if (Nodes.label(node) === "Case") return [text(node, "year"), text(node, "year")];
    if (Nodes.label(node) === "Event") return [text(node, "date"), text(node, "endDate") || text(node, "date")];
    return [text(node, "startDate"), text(node, "endDate")];
  };

  /** What passes the filter, in the order of time. */
  const shown = () =>
    ["Collaboration", "Event", "Case"].flatMap(all).filter((node) => Filter.passes(node))
      .sort((a, b) => (days(a)[0] || "9999").localeCompare(days(b)[0] || "9999"));

  /** @param {number} node */
  const isDated = (node) => days(node).some((day) => day !== "");

  /** When something was, in words. @param {number} node */
  const said = (node) => {
    const [from, to] = days(node);
    if (!from && !to) return Words.t("timeline.undated");
    if (from === to) return Dates.said(from);
    const isOver = Nodes.value(node, "status") === "ended";
    return Words.t("timeline.span", {
      from: from ? Dates.said(from) : Words.t("timeline.unknown"),
      to: to ? Dates.said(to) : Words.t(isOver ? "timeline.unknown" : "timeline.goesOn"),
    });
  };

  /** The kind, in words. @param {number} node */
  const kind = (node) => {
    const label = Nodes.label(node);
    const value = label === "Case" ? null : Nodes.value(node, "kind");
    return value === null ? Words.t(`label.${label}`) : Words.value(label, "kind", value);
  };

  return { all, text, days, shown, isDated, said, kind };
})();
