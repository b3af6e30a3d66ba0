"use strict";

/** The rows of the timeline, in groups: a heading, its events and cases, and a row for each collaboration. */
const Lanes = (() => {
  State.declare("lanes", { otherwise: ["theme"] });

  /** The widest that something is part of. @param {number} node @param {string} type */
  const top = (node, type) => {
    let at = node;
    for (let i = 0; i < 10; i++) at = Ties.targets(at, type)[0] ?? at;
    return at;
  };

  /** Groups that something belongs to: nodes, or a text. @param {number} node @returns {Array<number | string>} */
  const groupsOf = (node) => {
    if (State.get("lanes") === "kind") return [Nodes.label(node) === "Collaboration" ? Spans.kind(node) : Words.t(`label.${Nodes.label(node)}`)];
    const [tie, up] = State.get("lanes") === "municipality" ? ["TAKES_PLACE_IN", "PART_OF"] : ["ADDRESSES", "BROADER"];
    const found = new Set(Ties.targets(node, tie).map((end) => top(end, up)));
    return found.size ? [...found] : [Words.t("timeline.groupless")];
  };

  /** @param {number | string} group */
  const name = (group) => (typeof group === "number" ? Words.name(group) : group);

  /** @param {Array<number | string>} groups Numbers, in the order of the data, before texts. */
  const ordered = (groups) => [...groups].sort((a, b) => Number(typeof a === "string") - Number(typeof b === "string") || (typeof a === "number" && typeof b === "number" ? a - b : 0));

  /** @returns {Lane[]} */
  const rows = () => {
    /** @type {Map<number | string, number[]>} */
    const groups = new Map();
    const nodes = Spans.shown();
    for (const node of nodes.filter(Spans.isDated)) for (const group of groupsOf(node)) groups.set(group, [...(groups.get(group) ?? []), node]);
    const found = ordered([...groups.keys()]).flatMap((group) => lane(group, groups.get(group) ?? []));
    const undated = nodes.filter((node) => !Spans.isDated(node));
    return undated.length ? [...found, ...lane(Words.t("timeline.undated"), undated, true)] : found;
  };

  /** @param {number | string} group @param {number[]} nodes @param {boolean} [apart] @returns {Lane[]} */
  const lane = (group, nodes, apart = false) => {
    const marks = apart ? [] : ["Event", "Case"].map((label) => nodes.filter((node) => Nodes.label(node) === label)).filter(({ length }) => length);
    const bars = nodes.filter((node) => apart || Nodes.label(node) === "Collaboration");
    return [
      { kind: "head", group, nodes },
      ...marks.flatMap((found) => Marks.rows(found).map((row, i) => /** @type {Lane} */ ({
        kind: "marks", group, marks: row, nodes: row.flatMap((mark) => mark.nodes), count: i ? undefined : found.length,
      }))),
      ...bars.map((node) => /** @type {Lane} */ ({ kind: "bar", group, nodes: [node] })),
    ];
  };

  return { rows, name };
})();
