"use strict";

/** Nodes that are pinned: always in sight and named, and where the reader put them. */
const Pins = (() => {
  // A node's id and place, with a ~ between.
  State.declare("pinned", { undo: true });
  const FORM = /^(.*)~(-?[\d.]+)~(-?[\d.]+)$/s;
  /** Where nodes stood before they were moved. @type {Map<number, [number, number]>} */
  const homes = new Map();
  /** @type {Placed[]} */
  let nodes = [];

  /** @param {string} text @returns {Array<[number, number, number]>} */
  const read = (text) => {
    const [, id, x, y] = FORM.exec(text) ?? [];
    const node = id === undefined ? undefined : Nodes.number(id);
    return node === undefined || !Scene.place(node) ? [] : [[node, Number(x), Number(y)]];
  };

  const apply = () => {
    const pinned = State.all("pinned").flatMap(read);
    const now = new Set(pinned.map(([node]) => node));
    for (const [node, home] of homes) if (!now.has(node)) Scene.move(node, ...home);
    for (const [node, x, y] of pinned) {
      const place = /** @type {Placed} */ (Scene.place(node));
      if (!homes.has(node)) homes.set(node, [place.x, place.y]);
      Scene.move(node, x, y);
    }
    const hidden = new Set(State.all("hidden"));
    nodes = [...now].filter((node) => !hidden.has(Nodes.id(node))).map((node) => /** @type {Placed} */ (Scene.place(node)));
  };

  /** @param {number} node */
  const others = (node) => State.all("pinned").filter((text) => read(text)[0]?.[0] !== node);

  /** Pin a node where it is. @param {number} node */
  const put = (node) => {
    const { x, y } = /** @type {Placed} */ (Scene.place(node));
    State.set("pinned", [...others(node), `${Nodes.id(node)}~${x.toFixed(1)}~${y.toFixed(1)}`]);
  };

  return {
    apply,
    put,
    nodes: () => nodes,
    /** @param {number} node */
    has: (node) => nodes.some(({ id }) => id === node),
    /** @param {number} node */
    toggle: (node) => (Pins.has(node) ? State.set("pinned", others(node)) : put(node)),
  };
})();
