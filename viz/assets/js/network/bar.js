"use strict";

/** What can be done with the node chosen, and with those selected: buttons over the picture. */
const Bar = (() => {
  const one = byId("bar-node");
  const many = byId("bar-selected");
  const all = byId("show-all");

  /** @param {string[]} ids */
  const hide = (ids) => State.change({ hidden: [...new Set([...State.all("hidden"), ...ids])], node: [], selected: [] });

  /** @type {Record<string, (node: number) => void>} */
  const NODE = {
    route: (node) => Route.begin(node),
    pin: (node) => Pins.toggle(node),
    expand: (node) => Expansion.open(node),
    hide: (node) => hide([Nodes.id(node)]),
    only: () => State.set("only", Focus.nodes().map(({ id }) => Nodes.id(id))),
  };

  /** @type {Record<string, () => void>} */
  const SELECTED = {
    table: () => Choice.show("table"),
    only: () => State.change({ only: State.all("selected"), selected: [] }),
    hide: () => hide(State.all("selected")),
    csv: () => Csv.save(Selected.rows(), "tsunagari-selected.csv"),
    clear: () => State.set("selected", []),
  };

  const show = () => {
    const node = Choice.node();
    const placed = node !== null && Scene.place(node) !== undefined;
    one.hidden = !placed;
    if (placed) {
      byId("bar-pin").setAttribute("aria-pressed", String(Pins.has(node)));
      byId("bar-expand").disabled = !Expansion.missing(node).length;
    }
    const n = Selected.ids().length;
    many.hidden = n === 0;
    byId("bar-count").textContent = Words.t("network.selected", { n });
    all.hidden = !State.all("hidden").length && !State.all("only").length && !State.all("added").length;
    for (const step of /** @type {NodeListOf<HTMLElement>} */ (one.querySelectorAll("[data-steps]"))) {
      step.setAttribute("aria-pressed", String(step.dataset.steps === State.get("steps")));
    }
  };

  Start.with(() => {
    one.addEventListener("click", (/** @type {any} */ event) => {
      const { steps, act } = event.target.closest("button")?.dataset ?? {};
      const node = Choice.node();
      if (steps) State.set("steps", steps);
      else if (act && node !== null) NODE[act](node);
    });
    many.addEventListener("click", (/** @type {any} */ event) => {
      const { act } = event.target.closest("button")?.dataset ?? {};
      if (act) SELECTED[act]();
    });
    all.addEventListener("click", () => State.change({ hidden: [], only: [], added: [] }));
    State.on("lang", show);
  });

  return { show };
})();
