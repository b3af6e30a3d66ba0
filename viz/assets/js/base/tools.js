"use strict";

/** The header's tools: undo, a link to what is shown, and menus that close by themselves. */
const Tools = (() => {
  const button = byId("undo");

  const undo = () => {
    const name = State.undo();
    if (!name) return;
    const key = `undo.${name}`;
    const what = Words.has(key) ? Words.t(key) : Words.t("undo.other");
    Live.say(Words.t("undo.done", { what }), { seen: true });
  };

  /** @param {HTMLDetailsElement} menu @param {boolean} [focus] */
  const close = (menu, focus = false) => {
    if (!menu.open) return;
    menu.open = false;
    if (focus) menu.querySelector("summary")?.focus();
  };

  const menus = () => /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details.menu, details.credits"));

  /** @param {Event} event */
  const onPress = (event) => {
    const pressed = /** @type {Element} */ (event.target);
    for (const menu of menus()) if (!menu.contains(pressed) || pressed.closest(".menu button")) close(menu);
  };

  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const typing = event.target instanceof HTMLElement && event.target.matches("input[type=text], textarea");
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z" && !typing) {
      event.preventDefault();
      undo();
    }
    const open = [...menus()].find((menu) => menu.open);
    if (event.key !== "Escape" || !open) return;
    event.preventDefault();
    close(open, true);
  };

  Start.with(() => {
    State.on("any", () => {
      button.disabled = State.undoable() === 0;
    });
    button.addEventListener("click", undo);
    byId("copy-link").addEventListener("click", () => Clip.copy(location.href, Words.t("tools.linkCopied")));
    document.addEventListener("click", onPress);
    document.addEventListener("keydown", onKey, { capture: true });
    // Paper cannot be opened by a click.
    /** @type {HTMLDetailsElement} */
    const credits = /** @type {any} */ (document.querySelector("details.credits"));
    addEventListener("beforeprint", () => {
      credits.open = true;
    });
    addEventListener("afterprint", () => close(credits));
  });

  return { undo };
})();
