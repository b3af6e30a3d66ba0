"use strict";

/** The views, one at a time. */
const Tabs = (() => {
  const tabs = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[role=tab]")]);

  const show = () => {
    document.body.dataset.view = Choice.view();
    for (const tab of tabs) {
      const chosen = tab.dataset.view === Choice.view();
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      if (chosen) tab.scrollIntoView({ block: "nearest", inline: "nearest" });
      byId(`view-${tab.dataset.view}`).hidden = !chosen;
    }
    /** @type {NodeListOf<HTMLElement>} */
    const parts = document.querySelectorAll("[data-rail]");
    for (const part of parts) part.hidden = !(part.dataset.rail ?? "").split(" ").includes(Choice.view());
  };

  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const from = tabs.indexOf(/** @type {HTMLElement} */ (event.target));
    /** @type {Record<string, number>} */
    const places = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: tabs.length - 1 };
    if (from < 0 || !(event.key in places)) return;
    event.preventDefault();
    const to = tabs[(places[event.key] + tabs.length) % tabs.length];
    Choice.show(to.dataset.view ?? "");
    to.focus();
  };

  Start.with(() => {
    State.on("view", show);
    for (const tab of tabs) {
      tab.addEventListener("click", () => Choice.show(tab.dataset.view ?? ""));
      tab.addEventListener("keydown", onKey);
    }
  });
})();
