"use strict";

/** A way between two: the shortest over the ties shown, drawn in the picture and told in words. */
const Route = (() => {
  // Where it begins, and where it ends once that is chosen too.
  State.declare("path", { undo: true });
  const box = byId("route");
  const words = byId("route-words");
  /** @type {{nodes: number[], ties: number[]} | null} */
  let found = null;

  const ends = () => State.all("path").flatMap((id) => Nodes.number(id) ?? []);

  /** To be in one town or have one theme is not to know one another: a way leads through these only when there is no other. */
  const LOOSE = ["Municipality", "Theme"];

  /** The shortest way, a step at a time from its beginning; null where there is none. @param {number} from @param {number} to @param {string[]} [around] Kinds that it goes around. */
  const shortest = (from, to, around = []) => {
    /** The tie that first led to a node. @type {Map<number, number>} */
    const by = new Map([[from, -1]]);
    for (const node of by.keys()) {
      if (node === to) return back(from, to, by);
      if (node !== from && around.includes(Nodes.label(node))) continue;
      for (const tie of Scene.ties(node)) {
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

  const find = () => {
    const [from, to] = ends();
    const both = from !== undefined && to !== undefined && Filter.shows(from) && Filter.shows(to);
    found = both ? (shortest(from, to, LOOSE) ?? shortest(from, to)) : null;
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
    else if (!found) words.replaceChildren(line(Words.t("network.routeNone", named)));
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
