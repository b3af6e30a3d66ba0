"use strict";

/**
 * A word beside the pointer, or beneath a button that explains (`data-explain`): shown while it is pointed at or has the
 * focus, so that keyboard and touch reach it too.
 */
const Tip = (() => {
  const tip = byId("tip");
  const MARGIN = 8;

  /** @param {string} text @param {number} x @param {number} y */
  const place = (text, x, y) => {
    tip.hidden = !text;
    tip.textContent = text;
    if (!text) return;
    tip.style.left = `${Math.max(MARGIN, Math.min(x, innerWidth - tip.offsetWidth - MARGIN))}px`;
    tip.style.top = `${Math.min(y, innerHeight - tip.offsetHeight - MARGIN)}px`;
  };

  /** @param {HTMLElement} button */
  const explain = (button) => {
    const at = button.getBoundingClientRect();
    place(Words.t(button.dataset.explain ?? ""), at.left, at.bottom + MARGIN);
    button.setAttribute("aria-describedby", "tip");
  };

  const hide = () => {
    tip.hidden = true;
  };

  /** @param {Event} event @returns {HTMLElement | null} */
  const explaining = (event) => (event.target instanceof Element ? event.target.closest("[data-explain]") : null);

  Start.with(() => {
    for (const name of ["mouseover", "focusin", "click"]) {
      document.addEventListener(name, (event) => {
        const button = explaining(event);
        if (button) explain(button);
      });
    }
    for (const name of ["mouseout", "focusout"]) {
      document.addEventListener(name, (event) => {
        if (explaining(event)) hide();
      });
    }
    document.addEventListener("scroll", hide, true);
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !explaining(event) || tip.hidden) return;
      event.preventDefault();
      hide();
    });
  });

  return {
    /** @param {string} text @param {MouseEvent} event */
    show: (text, event) => place(text, event.clientX + 14, event.clientY + 16),
    hide,
  };
})();
