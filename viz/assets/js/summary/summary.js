"use strict";

/** The first screen, which counts everything and says so while other views are narrowed down. */
Start.with(() => {
  const note = byId("summary-narrowed");
  if (!note) return;
  State.on("filter", () => {
    note.hidden = !Filter.isNarrowed();
  });
  byId("summary-whole").addEventListener("click", () => byId("reset").click());
});
