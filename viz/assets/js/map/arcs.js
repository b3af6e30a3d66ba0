"use strict";

/** Ties of organisations between municipalities, as arcs that are the wider the more they are. */
const Arcs = (() => {
  const MOST = 40;
  const MOST_PAIRS = 2_000_000;
  const WIDEST = 8;
  const CURVE = 0.16;
  const group = byId("map-arcs");

  /** Pairs of organisations that take part in one collaboration or have declared a tie, as one number a pair. */
  const tied = () => {
    /** @type {Map<number, number[]>} */
    const members = new Map();
    /** @type {Set<number>} */
    const pairs = new Set();
    /** @param {number} a @param {number} b */
    const add = (a, b) => a !== b && pairs.add(Math.min(a, b) * Nodes.count + Math.max(a, b));
    for (let tie = 0; tie < Ties.count; tie++) {
      const [type, start, end] = [Ties.type(tie), Ties.start(tie), Ties.end(tie)];
      if (!["PARTICIPATES_IN", "TIED_TO"].includes(type) || !Filter.passes(start) || !Filter.passes(end)) continue;
      if (Filter.isNarrowed() && !Filter.tieLasts(tie)) continue;
      if (type === "TIED_TO") add(start, end);
      else members.set(end, [...(members.get(end) ?? []), start]);
    }
    const groups = [...members.values()].map((nodes) => [...new Set(nodes)]);
    if (groups.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0) > MOST_PAIRS) return null;
    for (const nodes of groups) for (const [i, a] of nodes.entries()) for (const b of nodes.slice(i + 1)) add(a, b);
    return pairs;
  };

  /** Municipalities of the unit shown by pairs with the number of ties between them, most first; null when there are too many to count. */
  const between = () => {
    const pairs = tied();
    if (!pairs) return null;
    /** @type {Map<number, number | null>} */
    const seats = new Map();
    /** @param {number} node */
    const seat = (node) => {
      const known = seats.get(node);
      if (known !== undefined) return known;
      const [place] = Ties.targets(node, "LOCATED_IN");
      const found = place === undefined ? null : Areas.around(place);
      seats.set(node, found);
      return found;
    };
    /** @type {Map<string, {a: number, b: number, count: number}>} */
    const counts = new Map();
    for (const pair of pairs) {
      const [from, to] = [seat(Math.floor(pair / Nodes.count)), seat(pair % Nodes.count)];
      if (from === null || to === null || from === to) continue;
      const [a, b] = [Math.min(from, to), Math.max(from, to)];
      const known = counts.get(`${a} ${b}`) ?? { a, b, count: 0 };
      known.count += 1;
      counts.set(`${a} ${b}`, known);
    }
    return [...counts.values()].sort((one, other) => other.count - one.count || one.a - other.a || one.b - other.b);
  };

  /** @param {{a: number, b: number, count: number}} pair */
  const said = ({ a, b, count }) => Words.t("map.pair", { a: { node: a }, b: { node: b }, n: count });

  /** @param {number} a @param {number} b */
  const path = (a, b) => {
    const [from, to] = [Areas.spot(a), Areas.spot(b)];
    const [across, down] = [to.x - from.x, to.y - from.y];
    const [x, y] = [(from.x + to.x) / 2 + down * CURVE, (from.y + to.y) / 2 - across * CURVE];
    return `M${from.x} ${from.y}Q${x.toFixed(1)} ${y.toFixed(1)} ${to.x} ${to.y}`;
  };

  /** Draw those of the municipality chosen, else the most. @param {Array<{a: number, b: number, count: number}>} pairs @param {number | null} chosen */
  const draw = (pairs, chosen) => {
    const most = pairs[0]?.count ?? 1;
    const shown = chosen === null ? pairs.slice(0, MOST) : pairs.filter(({ a, b }) => a === chosen || b === chosen);
    group.replaceChildren(...shown.reverse().map((pair) =>
      svg("path", { d: path(pair.a, pair.b), "stroke-width": (1 + ((WIDEST - 1) * pair.count) / most).toFixed(1), "data-said": said(pair) })));
  };

  return { MOST, between, said, draw, clear: () => group.replaceChildren() };
})();
