"use strict";

/** Which community, municipality or theme each node of the picture is put together with. */
const Membership = (() => {
  /** The group of what belongs to none. */
  const REST = "-";
  const PLACES = ["LOCATED_IN", "TAKES_PLACE_IN"];
  const ABOUT = ["WORKS_ON", "ADDRESSES"];
  /** Kinds that stand by themselves, to find one's way by. @type {Record<string, string[]>} */
  const ALONE = { community: ["Municipality", "Theme"], municipality: ["Theme"], theme: ["Municipality"] };
  /** @type {Map<string, {of: Map<number, string>, members: Map<string, number[]>}>} */
  const known = new Map();

  /** The theme that a node has most to do with; the first of several. @param {number} node */
  const strongest = (node) => {
    const ties = Ties.of(node).filter((tie) => Ties.start(tie) === node && ABOUT.includes(Ties.type(tie)));
    const strength = (/** @type {number} */ tie) => Number(Ties.value(tie, "strength") ?? 0);
    return ties.length ? Ties.end(ties.reduce((best, tie) => (strength(tie) > strength(best) ? tie : best))) : undefined;
  };

  /** What says the group of a node, or nothing. @type {Record<string, () => (node: number) => string | undefined>} */
  const BY = {
    community: () => {
      const { organisation, community } = DATA.measures;
      const of = new Map(organisation.map((node, i) => [node, community[i]]));
      return (node) => (of.get(node) ? String(of.get(node)) : undefined);
    },
    municipality: () => (node) => named(Nodes.label(node) === "Municipality" ? node : Ties.targets(node, ...PLACES)[0]),
    theme: () => (node) => named(Nodes.label(node) === "Theme" ? node : strongest(node)),
  };

  /** @param {number | undefined} node */
  const named = (node) => (node === undefined ? undefined : Nodes.id(node));

  /** The group that most of those tied to a node are in; the first of several. @param {number} node @param {Map<number, string>} of */
  const most = (node, of) => {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const tie of Ties.of(node)) {
      const group = of.get(Ties.other(tie, node));
      if (group !== undefined) counts.set(group, (counts.get(group) ?? 0) + 1);
    }
    return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), /** @type {[string, number]} */ ([REST, 0]))[0];
  };

  /** @param {string} kind */
  const find = (kind) => {
    const nodes = (DATA.network.nodes.id ?? []).filter((node) => !ALONE[kind].includes(Nodes.label(node)));
    const by = BY[kind]();
    /** @type {Map<number, string>} */
    const sure = new Map();
    for (const node of nodes) {
      const group = by(node);
      if (group !== undefined) sure.set(node, group);
    }
    const of = new Map(nodes.map((node) => [node, sure.get(node) ?? most(node, sure)]));
    /** @type {Map<string, number[]>} */
    const members = new Map();
    for (const [node, group] of of) {
      const there = members.get(group);
      if (there) there.push(node);
      else members.set(group, [node]);
    }
    return { of, members };
  };

  return {
    REST,
    kinds: Object.keys(BY),
    /** The group of each node, and the members of each group. @param {string} kind */
    by: (kind) => {
      const found = known.get(kind) ?? find(kind);
      known.set(kind, found);
      return found;
    },
  };
})();
