"use strict";

/** A word beside the pointer. */
const Tip = (() => {
  const tip = byId("tip");
  return {
    /** @param {string} text @param {MouseEvent} event */
    show: (text, event) => {
      tip.hidden = !text;
      tip.textContent = text;
      if (!text) return;
      tip.style.left = `${Math.min(event.clientX + 14, innerWidth - tip.offsetWidth - 8)}px`;
      tip.style.top = `${Math.min(event.clientY + 16, innerHeight - tip.offsetHeight - 8)}px`;
    },
    hide: () => {
      tip.hidden = true;
    },
  };
})();
