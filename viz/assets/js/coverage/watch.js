"use strict";

/** The watch list: the first gaps within the filter, and more of them when asked for. */
(() => {
  const FIRST = 8;
  State.declare("watch");
  const more = byId("watch-more");

  const show = () => {
    const there = [...document.querySelectorAll("#watch > li:not([hidden])")];
    const first = State.get("watch") === "all" ? there.length : FIRST;
    for (const [i, gap] of there.entries()) gap.classList.toggle("later", i >= first);
    more.hidden = there.length <= FIRST;
    more.textContent = Words.t(first > FIRST ? "coverage.watchFewer" : "coverage.watchAll", { n: there.length });
  };

  Start.with(() => {
    if (!more) return;
    for (const event of ["filter", "watch", "lang"]) State.on(event, show);
    more.addEventListener("click", () => State.set("watch", State.get("watch") === "all" ? null : "all"));
  });
})();
