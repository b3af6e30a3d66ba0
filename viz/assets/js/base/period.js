"use strict";

/** The period that all views are narrowed down to, by sliders with two handles; it can be let run over time. */
const Period = (() => {
  const STEP = 700;
  const YEAR = 12;
  const sliders = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-period]")]);
  /** @param {HTMLElement} slider @param {"since" | "until"} end @returns {HTMLInputElement} */
  const handle = (slider, end) => /** @type {HTMLInputElement} */ (slider.querySelector(`[data-end="${end}"]`));
  const first = sliders.length ? Number(handle(sliders[0], "since").min) : 0;
  const last = sliders.length ? Number(handle(sliders[0], "until").max) : 0;
  let running = 0;

  /** First and last month of the period. @returns {[number, number]} */
  const now = () => {
    const [since, until] = [State.get("since"), State.get("until")];
    return [since ? Dates.month(since, 0) : first, until ? Dates.month(until, YEAR - 1) : last];
  };

  /** @param {number} since @param {number} until @param {boolean} [undoable] */
  const set = (since, until, undoable = true) =>
    State.change({ since: since <= first ? [] : [Dates.iso(since)], until: until >= last ? [] : [Dates.iso(until)] }, undoable);

  const whole = () => !State.get("since") && !State.get("until");
  const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

  const show = () => {
    const [since, until] = now();
    const said = whole() ? Words.t("period.whole") : Words.t("period.said", { since: Dates.said(Dates.iso(since)), until: Dates.said(Dates.iso(until)) });
    for (const slider of sliders) {
      for (const [end, month] of /** @type {const} */ ([["since", since], ["until", until]])) {
        handle(slider, end).value = String(month);
        handle(slider, end).setAttribute("aria-valuetext", Dates.said(Dates.iso(month)));
      }
      handle(slider, "since").classList.toggle("above", since > (first + last) / 2);
      /** @param {string} look @returns {any} */
      const part = (look) => slider.querySelector(look);
      part(".period-said").textContent = said;
      part(".period-all").disabled = whole();
      part(".period-play").textContent = Words.t(running ? "period.stop" : isStill() ? "period.next" : "period.play");
      const span = Math.max(1, last - first);
      part(".period-part").setAttribute("x", `${(100 * (Math.max(first, since) - first)) / span}%`);
      part(".period-part").setAttribute("width", `${(100 * Math.max(0, Math.min(last, until) - Math.max(first, since))) / span}%`);
    }
  };

  const stop = () => {
    clearInterval(running);
    running = 0;
    show();
  };

  /** Move the period on; from the whole or from the end, a year from the beginning. @param {(width: number) => number} by */
  const move = (by) => {
    const [since, until] = now();
    if (whole() || until >= last) return set(first, Math.min(last, first + YEAR - 1), false);
    const on = Math.min(by(until - since), last - until);
    set(since + on, until + on, false);
  };

  const play = () => {
    if (running) return stop();
    if (isStill()) return move((width) => width + 1);
    move(() => 0);
    running = setInterval(() => {
      if (now()[1] >= last) stop();
      else move((width) => Math.max(1, Math.round(width / YEAR)));
    }, STEP);
    show();
  };

  /** Page keys move a handle by a year. @param {KeyboardEvent} event */
  const byYears = (event) => {
    const years = { PageUp: 1, PageDown: -1 }[event.key];
    if (!years || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    event.target.value = String(Number(event.target.value) + years * YEAR);
    event.target.dispatchEvent(new Event("input"));
  };

  Start.with(() => {
    State.on("filter", show);
    State.on("lang", show);
    for (const slider of sliders) {
      const [since, until] = [handle(slider, "since"), handle(slider, "until")];
      since.addEventListener("input", () => set(Math.min(Number(since.value), now()[1]), now()[1]));
      until.addEventListener("input", () => set(now()[0], Math.max(Number(until.value), now()[0])));
      slider.addEventListener("keydown", byYears);
      slider.querySelector(".period-play")?.addEventListener("click", play);
      slider.querySelector(".period-all")?.addEventListener("click", () => set(first, last));
    }
  });

  return { now };
})();
