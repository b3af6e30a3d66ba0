"use strict";

/** A way between two: the shortest over the ties shown, past others where they are named, drawn in the picture and told in words. */
const Route = (() => {
  // Where it begins, whom it leads past, and where it ends once that is chosen too.
  State.declare("path", { undo: true });
  const box = byId("route");
  const words = byId("route-words");
  /** @typedef {{nodes: number[], ties: number[]}} Way */
  /** @type {Way | null} */
  let found = null;

  const stops = () => State.all("path").flatMap((id) => Nodes.number(id) ?? []);

  const ends = () => (stops().length > 1 ? [stops()[0], ...stops().slice(-1)] : stops());

  /** To be in one town or have one theme is not to know one another: a way leads through these only when there is no other. */
  const LOOSE = ["Municipality", "Theme"];

  /** The ties of a node to what has a place, shown or not. @param {number} node */
  const all = (node) => Ties.of(node).filter((tie) => Scene.place(Ties.other(tie, node)));

  /** The shortest way, a step at a time from its beginning; null where there is none. @param {number} from @param {number} to @param {(node: number) => number[]} ties Those it may follow. @param {string[]} [around] Kinds that it goes around. @returns {Way | null} */
  const shortest = (from, to, ties, around = []) => {
    /** The tie that first led to a node. @type {Map<number, number>} */
    const by = new Map([[from, -1]]);
    for (const node of by.keys()) {
      if (node === to) return back(from, to, by);
      if (node !== from && around.includes(Nodes.label(node))) continue;
      for (const tie of ties(node)) {
        const other = Ties.other(tie, node);
        if (!by.has(other)) by.set(other, tie);
      }
    }
    return null;
  };

  /** @param {number} from @param {number} to @param {Map<number, number>} by */
  const back = (from, to, by) => {
    const [nodes, ties] = [[to], /** @type {number[]} */ ([])];
    for (let node = to; node !== from; node = nodes[0]) {
      const tie = Number(by.get(node));
      ties.unshift(tie);
      nodes.unshift(Ties.other(tie, node));
    }
    return { nodes, ties };
  };

  /** @param {number} from @param {number} to @param {(node: number) => number[]} ties */
  const between = (from, to, ties) => shortest(from, to, ties, LOOSE) ?? shortest(from, to, ties);

  /** A way from stop to stop, or null if it breaks off anywhere. @param {number[]} by @returns {Way | null} */
  const past = (by) => {
    const parts = by.slice(1).map((to, i) => between(by[i], to, Scene.ties));
    const whole = parts.flatMap((part) => part ?? []);
    if (whole.length < parts.length) return null;
    return { nodes: [by[0], ...whole.flatMap(({ nodes }) => nodes.slice(1))], ties: whole.flatMap(({ ties }) => ties) };
  };

  const find = () => {
    const by = stops();
    const [from, to] = ends();
    found = null;
    if (to === undefined || !Filter.shows(from) || !Filter.shows(to)) return;
    found = (by.every(Filter.shows) ? past(by) : null) ?? between(from, to, Scene.ties);
  };

  /** Why there is no way: what is shown leaves it out, or there is none. @param {number} from @param {number} to */
  const none = (from, to) => {
    const way = between(from, to, all);
    const named = { from: Words.name(from), to: Words.name(to) };
    return way ? Words.t("network.routeNone", { ...named, n: way.ties.length }) : Words.t("network.routeNowhere", named);
  };

  /** @param {number} tie @param {number} from */
  const step = (tie, from) => {
    const way = Ties.start(tie) === from ? "out" : "in";
    return element("li", {}, element("small", {}, Words.t(`ties.${Ties.type(tie)}.${way}`)), nodeLink(Ties.other(tie, from)));
  };

  const tell = () => {
    const [from, to] = ends();
    box.hidden = from === undefined;
    if (from === undefined) return;
    const line = (/** @type {string} */ text) => element("p", {}, text);
    const named = { from: Words.name(from), to: to === undefined ? "" : Words.name(to) };
    if (to === undefined) words.replaceChildren(line(Words.t("network.routeTo", named)));
    else if (!found) words.replaceChildren(line(none(from, to)));
    else {
      const steps = found.ties.map((tie, i) => step(tie, /** @type {any} */ (found).nodes[i]));
      words.replaceChildren(line(Words.t("network.routeFound", { ...named, n: found.ties.length })),
        element("ol", {}, element("li", {}, nodeLink(from)), ...steps));
    }
  };

  /** Let the way end at what was chosen, once it has a beginning. */
  const end = () => {
    const [from, to] = ends();
    const node = Choice.node();
    if (from === undefined || to !== undefined || node === null || node === from) return;
    State.set("path", [Nodes.id(from), Nodes.id(node)]);
  };

  Start.with(() => {
    State.on("lang", tell);
    byId("route-close").addEventListener("click", () => State.set("path", []));
  });

  return {
    find,
    tell,
    end,
    found: () => found,
    /** Begin a way at a node. @param {number} node */
    begin: (node) => State.set("path", Nodes.id(node)),
  };
})();
