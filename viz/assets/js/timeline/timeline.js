"use strict";

/** The timeline: of its rows only those in sight are made; on paper all are. */
const TimeView = (() => {
  const HEIGHT = 24;
  const SPARE = 12;
  // A picture of more rows would be higher than browsers make one; it has those in sight.
  const MOST_DRAWN = 300;
  const scroll = byId("time-scroll");
  const list = byId("time-rows");
  /** @type {Lane[]} */
  let rows = [];
  let active = 0;
  let all = false;
  /** The width of the room for which it was drawn. */
  let width = 0;

  /** Make the rows in sight, and that where the keyboard is. */
  const fill = () => {
    const first = all ? 0 : Math.max(0, Math.floor(scroll.scrollTop / HEIGHT) - SPARE);
    const last = all ? rows.length : Math.min(rows.length, first + Math.ceil(scroll.clientHeight / HEIGHT) + 2 * SPARE);
    const focused = list.contains(document.activeElement);
    list.style.paddingTop = `${first * HEIGHT}px`;
    list.style.paddingBottom = `${(rows.length - last) * HEIGHT}px`;
    list.replaceChildren(...rows.slice(first, last).map((row, i) => {
      const made = TimeRow.make(row);
      made.dataset.row = String(first + i);
      made.setAttribute("aria-setsize", String(rows.length));
      made.setAttribute("aria-posinset", String(first + i + 1));
      for (const button of made.querySelectorAll("button")) button.tabIndex = -1;
      return made;
    }));
    const stop = /** @type {HTMLElement | null} */ (list.querySelector(`[data-row="${active}"] button`) ?? list.querySelector("button"));
    if (stop) stop.tabIndex = 0;
    if (focused) stop?.focus({ preventScroll: true });
    mark();
  };

  const mark = () => {
    const chosen = Choice.node();
    for (const button of list.querySelectorAll("[data-choose]")) {
      if (Number(button.dataset.choose) === chosen) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
  };

  /** @param {number} to */
  const rove = (to) => {
    active = to;
    const top = to * HEIGHT;
    const sight = scroll.clientHeight - byId("time-head").offsetHeight - HEIGHT;
    if (top < scroll.scrollTop) scroll.scrollTop = top;
    if (top > scroll.scrollTop + sight) scroll.scrollTop = top - sight;
    fill();
    list.querySelector(`[data-row="${to}"] button`)?.focus({ preventScroll: true });
  };

  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const button = /** @type {HTMLElement} */ (event.target);
    const row = Number(button.closest("[data-row]")?.getAttribute("data-row"));
    /** @type {number[]} */
    const stops = rows.flatMap(({ kind, group }, i) => (kind !== "head" || typeof group === "number" ? [i] : []));
    const at = stops.indexOf(row);
    /** @type {Record<string, number>} */
    const ways = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1, PageDown: Math.min(stops.length - 1, at + 15), PageUp: Math.max(0, at - 15) };
    if (event.key in ways && stops[ways[event.key]] !== undefined) {
      event.preventDefault();
      rove(stops[ways[event.key]]);
    }
    const beside = event.key === "ArrowRight" ? button.nextElementSibling : event.key === "ArrowLeft" ? button.previousElementSibling : null;
    if (!(beside instanceof HTMLButtonElement)) return;
    event.preventDefault();
    button.tabIndex = -1;
    beside.tabIndex = 0;
    beside.focus();
  };

  const legend = () => {
    /** @param {string} status @param {string} sign */
    const bar = (status, sign) => svg("svg", { width: 34, height: 16, "aria-hidden": "true" }, svg("rect", { class: `time-bar ${status}`, x: 1, y: 2, width: 32, height: 12, rx: 3 }), svg("text", { class: "time-sign", x: 30, y: 12, "text-anchor": "end" }, sign));
    /** @param {Element} drawn @param {string} text */
    const item = (drawn, text) => element("li", {}, drawn, element("span", {}, text));
    const kinds = [...new Set(Spans.all("Event").map(TimeRow.look))];
    byId("time-legend").replaceChildren(
      item(bar("active", "→"), Words.t("timeline.goesOn")), item(bar("ended", ""), Words.value("Collaboration", "status", "ended")),
      item(bar("planned", "→"), Words.value("Collaboration", "status", "planned")),
      ...kinds.map((kind) => item(TimeRow.shape(kind), Words.value("Event", "kind", kind))),
      ...(Spans.all("Case").length ? [item(TimeRow.shape("Case"), Words.t("label.Case"))] : []));
  };

  /** The width that tracks have. */
  const room = () => {
    byId("time-head").replaceChildren(element("div", { class: "time-row" }, element("span", { class: "time-name" }), element("span", {})));
    return byId("time-head").querySelector(".time-name + span").clientWidth;
  };

  const draw = () => {
    if (Choice.view() !== "timeline") return;
    Axis.fit(room());
    byId("time-head").replaceChildren(...TimeCounts.rows());
    rows = Lanes.rows();
    active = 0;
    byId("lanes").value = State.get("lanes");
    const nodes = Spans.shown();
    const undated = nodes.filter((node) => !Spans.isDated(node)).length;
    byId("time-count").textContent = Words.t("timeline.count", { n: nodes.length }) + (undated ? ` ${Words.t("timeline.undatedCount", { n: undated })}` : "");
    byId("time-none").hidden = rows.length > 0;
    legend();
    fill();
    width = scroll.clientWidth;
  };

  const save = () => {
    const head = ["property.Collaboration.kind", "property.Collaboration.name", "property.Collaboration.startDate", "property.Collaboration.endDate", "timeline.lanes"].map((key) => Words.t(key));
    const lines = rows.filter(({ kind }) => kind !== "head").flatMap(({ nodes, group }) => nodes.map((node) => [Spans.kind(node), Words.name(node), ...Spans.days(node), Lanes.name(group)]));
    Csv.save([head, ...lines], `${Words.t("tabs.timeline")}.csv`);
  };

  /** @param {boolean} whole */
  const print = (whole) => {
    all = whole;
    if (Choice.view() === "timeline") fill();
  };

  Start.with(() => {
    if (!scroll) return;
    for (const event of ["view", "filter", "lang", "lanes"]) State.on(event, draw);
    State.on("choice", mark);
    byId("lanes").addEventListener("change", () => State.set("lanes", byId("lanes").value));
    byId("time-csv").addEventListener("click", save);
    new ResizeObserver(() => {
      if (!all && scroll.clientWidth && scroll.clientWidth !== width) draw();
    }).observe(scroll);
    scroll.addEventListener("scroll", () => requestAnimationFrame(fill));
    list.addEventListener("keydown", onKey);
    list.addEventListener("click", (/** @type {MouseEvent} */ event) => {
      const bar = /** @type {SVGElement | null} */ (/** @type {Element} */ (event.target).closest("[data-bar]"));
      if (bar) Choice.choose(Number(bar.dataset.bar));
      const bundle = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-bundle]"));
      const ids = bundle?.dataset.bundle?.split(" ").map((node) => Nodes.id(Number(node)));
      if (ids) State.change({ view: ["table"], selected: ids, list: [], kind: [], like: [], everything: ["1"] });
    });
    list.addEventListener("mousemove", (/** @type {MouseEvent} */ event) => {
      const under = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-said]"));
      Tip.show(under?.dataset.said ?? "", event);
    });
    list.addEventListener("mouseleave", () => Tip.hide());
    addEventListener("beforeprint", () => print(true));
    addEventListener("afterprint", () => print(false));
    addEventListener("beforedrawing", () => print(rows.length <= MOST_DRAWN));
    addEventListener("afterdrawing", () => print(false));
  });

  return { rows: () => rows };
})();
