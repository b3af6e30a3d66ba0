"use strict";

/** Neighbours that are not shown, brought into the picture beside those that are. */
const Expansion = (() => {
  /** Neighbours that have a place and no place in the picture now. @param {number} node */
  const missing = (node) =>
    [...new Set(Ties.of(node).map((tie) => Ties.other(tie, node)))].filter(
      (other) => Scene.place(other) && !Filter.shows(other) && Filter.passes(other),
    );

  /** How many of each kind, in words. @param {number[]} nodes */
  const counted = (nodes) => {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const node of nodes) counts.set(Nodes.label(node), (counts.get(Nodes.label(node)) ?? 0) + 1);
    return [...counts].map(([label, n]) => `${Words.t(`label.${label}`)} ${Words.number(n)}`).join(Words.language() === "ja" ? "、" : ", ");
  };

  return {
    missing,
    /** Show a node's neighbours, and say what came. @param {number} node */
    open: (node) => {
      const added = missing(node);
      if (!added.length) return Live.say(Words.t("network.addedNone", { name: Words.name(node) }), { seen: true });
      State.set("added", [...State.all("added"), ...added.map(Nodes.id)]);
      Live.say(Words.t("network.added", { name: Words.name(node), what: counted(added) }), { seen: true });
    },
  };
})();
