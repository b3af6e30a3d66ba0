"use strict";

/** Introductions that are recommended, as dotted ties that are not there yet. */
const Proposed = (() => {
  State.declare("proposed", { undo: true });
  const { a, b } = DATA.introductions ?? { a: [], b: [] };
  const tick = byId("proposed");
  /** @type {Line[]} */
  let lines = [];

  const find = () => {
    lines = [];
    if (State.get("proposed") !== "yes") return;
    for (const [i, one] of a.entries()) {
      const [start, end] = [Scene.standing(one), Scene.standing(b[i])];
      if (start && end && start !== end && Filter.shows(one) && Filter.shows(b[i])) lines.push({ start, end, look: "gap", dashes: [1.5, 5], width: 1 });
    }
  };

  Start.with(() => {
    byId("proposed-part").hidden = !a.length;
    tick.addEventListener("change", () => State.set("proposed", tick.checked ? "yes" : null));
    State.on("proposed", () => {
      tick.checked = State.get("proposed") === "yes";
    });
  });

  return { find, lines: () => lines };
})();
