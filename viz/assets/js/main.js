"use strict";

/** What the page does when anything in it is pressed, and its beginning. */
(() => {
  /** @type {Record<string, (value: string, button: HTMLElement) => void>} */
  const presses = {
    choose: (value) => Choice.choose(Number(value)),
    cell: (value) => {
      const [municipality, theme] = value.split(" ").map(Number);
      Choice.chooseCell(municipality, theme);
    },
    group: (value) => Groups.toggle(value),
    clear: () => Choice.clear(),
    show: (value) => State.change({ view: ["network"], node: [Nodes.id(Number(value))], cell: [] }),
    go: (value, button) => {
      Choice.show(value);
      if (button.dataset.to) byId(button.dataset.to).scrollIntoView();
    },
  };

  document.addEventListener("click", (event) => {
    for (const [name, press] of Object.entries(presses)) {
      const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest(`button[data-${name}]`));
      if (button) press(button.dataset[name] ?? "", button);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("dialog[open]")) Choice.clear();
  });
  byId("language").addEventListener("click", () => State.set("lang", Words.language() === "ja" ? "en" : "ja"));
  // The fragment holds the state, so that the skip link must not write its own.
  byId("skip").addEventListener("click", (/** @type {Event} */ event) => {
    event.preventDefault();
    byId("views").focus();
  });
  byId("print").addEventListener("click", () => print());

  Start.all();
  State.start();
})();
