"use strict";

/** Several nodes selected together, with a line drawn around them or one after another. */
const Selected = (() => {
  State.declare("selected", { undo: true });
  const ids = () => State.all("selected").flatMap((id) => Nodes.number(id) ?? []);

  /** @param {number[]} nodes */
  const set = (nodes) => {
    State.set("selected", [...new Set(nodes)].map(Nodes.id));
    Scene.redraw();
  };

  /** Select more; of a group of nodes, which has no name in the address, all that are shown. @param {Placed[]} more */
  const add = (more) => {
    set([...ids(), ...more.flatMap(({ id, group }) => (group === undefined ? [id] : Groups.members(group).filter(Filter.shows)))]);
  };

  /** What is known of those selected, as rows. */
  const rows = () => [
    ["name", "kind", "id"].map((name) => Words.t(`table.${name}`)),
    ...ids().map((node) => [Words.name(node), Words.t(`label.${Nodes.label(node)}`), Nodes.id(node)]),
  ];

  return {
    ids,
    rows,
    add,
    /** What stands in the picture for those selected. @returns {Placed[]} */
    nodes: () => [...new Set(ids().filter(Filter.shows).map(Scene.standing))].filter((node) => node !== undefined),
    /** @param {number} node */
    toggle: (node) => set(ids().includes(node) ? ids().filter((each) => each !== node) : [...ids(), node]),
  };
})();
