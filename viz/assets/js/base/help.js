"use strict";

/** Dialogs: the help sheet, which `?` opens from anywhere but a field. */
const Help = (() => {
  const sheet = byId("help");
  const open = () => {
    if (!sheet.open) sheet.showModal();
    byId("help-heading").focus();
    sheet.scrollTop = 0;
  };

  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const typing = event.target instanceof HTMLElement && event.target.matches("input, select, textarea");
    if (event.key !== "?" || typing || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    open();
  };

  Start.with(() => {
    byId("help-open").addEventListener("click", open);
    document.addEventListener("keydown", onKey);
    for (const dialog of document.querySelectorAll("dialog")) {
      for (const close of dialog.querySelectorAll("[data-close]")) close.addEventListener("click", () => dialog.close());
      // A press beside the sheet falls on the dialog itself.
      dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    }
  });

  return { open };
})();
