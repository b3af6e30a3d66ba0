"use strict";

/** Finding nodes by name, kana, code or number, however they are typed. */
const Search = (() => {
  const SHOWN = 12;
  /** Properties that a node can be found by. */
  const FIELDS = ["name", "nameKana", "nameEn", "title", "code", "corporateNumber", "id", "outcome", "lesson"];
  /** @type {string[]} */
  const keys = [];
  const input = byId("search");
  const list = byId("found");
  /** @type {number[]} */
  let found = [];
  let active = -1;

  /** Text so that widths, kana and case no longer tell it apart. @param {string} text */
  const normalised = (text) =>
    text
      .normalize("NFKC")
      .replace(/[\u30a1-\u30f6\u30fd\u30fe]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
      .toLowerCase();

  /** The words of a query; every one has to be found. @param {string} text */
  const words = (text) => normalised(text).split(/\s+/).filter(Boolean);

  /** What a node can be found by, normalised, a line each; worked out when first asked for. @param {number} node */
  const key = (node) => {
    keys[node] ??= [...new Set(FIELDS.map((field) => Nodes.value(node, field)).filter((value) => value !== null)
      .map((value) => normalised(String(value)).replace(/\s+/g, "")))].join("\n");
    return keys[node];
  };

  /** @param {number} node @param {string[]} wanted */
  const matches = (node, wanted) => wanted.every((word) => key(node).includes(word));

  /** Nodes that match, best first: whole, then beginning, then the best tied. @param {string} text */
  const nodes = (text) => {
    const wanted = words(text);
    if (!wanted.length) return [];
    /** @type {Array<[number, number, number]>} */
    const hits = [];
    for (let node = 0; node < Nodes.count; node++) {
      if (!matches(node, wanted)) continue;
      const lines = key(node).split("\n");
      const near = lines.some((line) => line === wanted[0]) ? 0 : lines.some((line) => line.startsWith(wanted[0])) ? 1 : 2;
      hits.push([near, -Ties.of(node).length, node]);
    }
    return hits.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]).map((hit) => hit[2]);
  };

  const update = () => {
    found = nodes(input.value);
    active = -1;
    const rows = found.slice(0, SHOWN).map((node, i) =>
      element("li", { role: "option", id: `found-${i}`, "aria-selected": "false", "data-found": node },
        labelShape(Nodes.label(node)), nodeName(node), element("span", {}, hint(node))),
    );
    if (found.length > SHOWN) rows.push(note("page.searchMore", found.length - SHOWN));
    if (!found.length) rows.push(note("page.searchNone", 0));
    list.replaceChildren(...rows);
    open(words(input.value).length > 0);
    Live.say(found.length ? Words.t("page.searchFound", { n: found.length }) : Words.t("page.searchNone"));
  };

  /** @param {string} key @param {number} n */
  const note = (key, n) => element("li", { class: "more", role: "presentation" }, Words.t(key, { n }));

  /** @param {number} node */
  const hint = (node) => {
    const [place] = Ties.targets(node, "LOCATED_IN", "TAKES_PLACE_IN");
    const kind = Words.t(`label.${Nodes.label(node)}`);
    return place === undefined ? kind : `${kind} · ${Words.name(place)}`;
  };

  /** @param {boolean} shown */
  const open = (shown) => {
    list.hidden = !shown;
    input.setAttribute("aria-expanded", String(shown));
    if (!shown) input.removeAttribute("aria-activedescendant");
  };

  /** @param {number} step */
  const move = (step) => {
    const count = Math.min(found.length, SHOWN);
    if (!count) return;
    active = (active + step + count + (active < 0 && step < 0 ? 1 : 0)) % count;
    for (const [i, option] of [...list.querySelectorAll("[role=option]")].entries()) {
      option.setAttribute("aria-selected", String(i === active));
      if (i === active) option.scrollIntoView({ block: "nearest" });
    }
    input.setAttribute("aria-activedescendant", `found-${active}`);
  };

  /** @param {number} node */
  const take = (node) => {
    open(false);
    input.value = "";
    Choice.choose(node);
  };

  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) update();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && found.length && !list.hidden) {
      take(found[Math.max(active, 0)]);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (list.hidden) {
        input.value = "";
        Choice.clear();
      }
      open(false);
    }
  };

  Start.with(() => {
    input.addEventListener("input", update);
    input.addEventListener("keydown", onKey);
    input.addEventListener("blur", () => open(false));
    // A press must not take the focus, or the list would close before the click.
    list.addEventListener("mousedown", (/** @type {Event} */ event) => event.preventDefault());
    list.addEventListener("click", (/** @type {any} */ event) => {
      const option = event.target.closest("[data-found]");
      if (option) take(Number(option.dataset.found));
    });
    document.addEventListener("keydown", (event) => {
      const typing = event.target instanceof HTMLElement && event.target.matches("input, select, textarea");
      if (event.key === "/" && !typing) {
        event.preventDefault();
        input.focus();
        input.select();
      }
    });
  });

  return { words, key, matches, nodes };
})();
