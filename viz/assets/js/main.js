"use strict";

/** What the page does when anything in it is pressed, and its beginning. */
(() => {
  /** @type {Record<string, (value: string, button: HTMLElement) => void>} */
  const presses = {
    choose: (value) => {
      State.choose(Number(value));
      Picture.aim();
    },
    cell: (value) => State.chooseCell(Number(value)),
    clear: () => State.clear(),
    show: (value) => {
      State.show("network");
      State.choose(Number(value));
      Picture.aim();
    },
    go: (value, button) => {
      State.show(value);
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
    if (event.key === "Escape") State.clear();
  });
  byId("language").addEventListener("click", () => State.speak(Words.language() === "ja" ? "en" : "ja"));
  byId("print").addEventListener("click", () => print());
  addEventListener("hashchange", State.read);

  for (const part of [Tabs, Search, Filter, Picture, Panel, Coverage, Listing]) part.start();
  State.read();
})();
