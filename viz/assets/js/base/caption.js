"use strict";

/** What a picture or a sheet of paper has to say of itself: title, view, what it is narrowed down to, of what day. */
const Caption = (() => {
  /** @param {string} key @param {string} value */
  const said = (key, value) => Words.t("caption.part", { name: Words.t(key), value });

  /** @param {string} name */
  const names = (name) => State.all(name).flatMap((id) => Nodes.number(id) ?? []).map(Words.name).join(Words.language() === "ja" ? "、" : ", ");

  /** What holds for all views, in words. @returns {string[]} */
  const filter = () => {
    const found = ["municipality", "theme"].filter((name) => names(name)).map((name) => said(`network.${name}`, names(name)));
    const community = State.get("community");
    if (Filter.knows("community")) found.push(said("network.community", Words.community(Number(community))));
    if (Filter.knows("sector")) found.push(said("network.sector", Words.t(`value.Organisation.sector.${State.get("sector")}`)));
    if (State.get("since") || State.get("until")) found.push(said("caption.period", `${State.get("since")}–${State.get("until")}`));
    if (State.all("hidden").length) found.push(Words.t("caption.hidden", { n: State.all("hidden").length }));
    return found;
  };

  const title = () => document.querySelector(".header h1")?.textContent?.trim() ?? "";

  const view = () => Words.t(`tabs.${Choice.view()}`);

  const filtered = () => (filter().length ? filter().join(" / ") : Words.t("caption.everything"));

  const day = () => document.querySelector(".footer .day")?.textContent ?? "";

  const credits = () => [...document.querySelectorAll(".footer .credits li")].map((line) => line.textContent?.trim() ?? "");

  Start.with(() => {
    State.on("any", () => {
      byId("caption-view").textContent = view();
      byId("caption-filter").textContent = [filtered(), day()].filter(Boolean).join(" — ");
    });
  });

  return { title, view, filtered, day, credits };
})();
