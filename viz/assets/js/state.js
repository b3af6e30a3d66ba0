"use strict";

/** What is chosen and shown; kept in the address's fragment, so that a place in the page can be passed on. */
const State = (() => {
  const VIEWS = ["network", "coverage", "ranking", "table"];
  /** @type {{view: string, node: number | null, cell: number | null}} */
  const state = { view: "network", node: null, cell: null };
  /** @type {Record<string, Array<() => void>>} */
  const listeners = { view: [], choice: [], language: [] };

  /** @param {string} event */
  const tell = (event) => {
    for (const listener of listeners[event]) listener();
    write();
  };

  const write = () => {
    const said = new URLSearchParams({ view: state.view, lang: Words.language() });
    if (state.node !== null) said.set("node", Nodes.id(state.node));
    if (state.cell !== null) {
      said.set("municipality", Nodes.id(DATA.coverage.municipality[state.cell]));
      said.set("theme", Nodes.id(DATA.coverage.theme[state.cell]));
    }
    history.replaceState(null, "", `#${said}`);
  };

  /** @param {URLSearchParams} said */
  const cellOf = (said) => {
    const municipality = Nodes.number(said.get("municipality") ?? "");
    const theme = Nodes.number(said.get("theme") ?? "");
    const cell = DATA.coverage.municipality.findIndex(
      (place, i) => place === municipality && DATA.coverage.theme[i] === theme,
    );
    return cell < 0 ? null : cell;
  };

  const read = () => {
    const said = new URLSearchParams(location.hash.slice(1));
    const view = said.get("view") ?? "network";
    const language = said.get("lang");
    state.view = VIEWS.includes(view) ? view : "network";
    state.node = Nodes.number(said.get("node") ?? "") ?? null;
    state.cell = cellOf(said);
    Words.speak(language === "ja" || language === "en" ? language : Words.language());
    for (const event of ["language", "view", "choice"]) tell(event);
  };

  return {
    VIEWS,
    view: () => state.view,
    node: () => state.node,
    cell: () => state.cell,
    /** @param {"view" | "choice" | "language"} event @param {() => void} listener */
    on: (event, listener) => listeners[event].push(listener),
    /** @param {string} view */
    show: (view) => {
      state.view = view;
      tell("view");
    },
    /** @param {number | null} node */
    choose: (node) => {
      [state.node, state.cell] = [node, null];
      tell("choice");
    },
    /** @param {number} cell */
    chooseCell: (cell) => {
      [state.node, state.cell] = [null, cell];
      tell("choice");
    },
    clear: () => {
      [state.node, state.cell] = [null, null];
      tell("choice");
    },
    /** @param {"ja" | "en"} language */
    speak: (language) => {
      Words.speak(language);
      tell("language");
    },
    read,
  };
})();
