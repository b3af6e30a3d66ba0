"use strict";

/** The views, one at a time. */
const Tabs = (() => {
  const tabs = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[role=tab]")]);

  const show = () => {
    document.body.dataset.view = State.view();
    for (const tab of tabs) {
      const chosen = tab.dataset.view === State.view();
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      byId(`view-${tab.dataset.view}`).hidden = !chosen;
    }
  };

  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const from = tabs.indexOf(/** @type {HTMLElement} */ (event.target));
    /** @type {Record<string, number>} */
    const places = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: tabs.length - 1 };
    if (from < 0 || !(event.key in places)) return;
    event.preventDefault();
    const to = tabs[(places[event.key] + tabs.length) % tabs.length];
    State.show(to.dataset.view ?? "network");
    to.focus();
  };

  const start = () => {
    State.on("view", show);
    for (const tab of tabs) {
      tab.addEventListener("click", () => State.show(tab.dataset.view ?? "network"));
      tab.addEventListener("keydown", onKey);
    }
  };

  return { start };
})();
