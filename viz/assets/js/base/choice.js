"use strict";

/** The view that is open, and the node or cell that is chosen. */
const Choice = (() => {
  State.declare("view", { otherwise: [DATA.views[0]] });
  State.declare("node", { event: "choice" });
  State.declare("cell", { event: "choice" });

  /** @returns {number | null} */
  const node = () => Nodes.number(State.get("node")) ?? null;

  const view = () => (DATA.views.includes(State.get("view")) ? State.get("view") : DATA.views[0]);

  return {
    view,
    /**
     * Do something on events while a view is open; on those that come while it is not, once, when it is opened next.
     * @param {string} name @param {string[]} events @param {() => void} listener
     */
    during: (name, events, listener) => {
      let late = false;
      const hear = () => {
        late = view() !== name;
        if (!late) listener();
      };
      for (const event of events) State.on(event, hear);
      State.on("view", () => late && hear());
    },
    /** @param {string} view */
    show: (view) => State.set("view", view),
    node,
    /** Municipality and theme of the cell chosen, by number. @returns {[number, number] | null} */
    cell: () => {
      const [municipality, theme] = State.all("cell").map((id) => Nodes.number(id));
      return municipality === undefined || theme === undefined ? null : [municipality, theme];
    },
    /** @param {number} node */
    choose: (node) => State.change({ node: [Nodes.id(node)], cell: [] }),
    /** @param {number} municipality @param {number} theme */
    chooseCell: (municipality, theme) => State.change({ node: [], cell: [Nodes.id(municipality), Nodes.id(theme)] }),
    clear: () => State.change({ node: [], cell: [] }),
  };
})();
