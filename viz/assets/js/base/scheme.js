"use strict";

/**
 * Light or dark: as the reader's system has it, until they choose. Their choice is theirs and no part of a link, so the
 * browser keeps it where it may. What is drawn by hand listens to the document's "scheme" event. Paper is always light.
 */
const Scheme = (() => {
  const KEPT = "tsunagari-scheme";
  const NAMES = ["auto", "light", "dark"];
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let chosen = "auto";

  const kept = () => {
    try {
      return localStorage.getItem(KEPT) ?? "auto";
    } catch {
      return "auto";
    }
  };

  const keep = () => {
    try {
      localStorage.setItem(KEPT, chosen);
    } catch {
      // A browser may keep nothing for a file; the choice then lasts as long as the page.
    }
  };

  /** @param {string} scheme */
  const show = (scheme) => {
    if (document.documentElement.dataset.scheme === scheme) return;
    document.documentElement.dataset.scheme = scheme;
    document.dispatchEvent(new Event("scheme"));
  };

  const now = () => (chosen === "auto" ? (dark.matches ? "dark" : "light") : chosen);

  Start.with(() => {
    const select = byId("scheme");
    chosen = NAMES.includes(kept()) ? kept() : "auto";
    select.value = chosen;
    show(now());
    select.addEventListener("change", () => {
      chosen = select.value;
      keep();
      show(now());
    });
    dark.addEventListener("change", () => show(now()));
    addEventListener("beforeprint", () => show("light"));
    addEventListener("afterprint", () => show(now()));
  });

  return { isDark: () => document.documentElement.dataset.scheme === "dark" };
})();
