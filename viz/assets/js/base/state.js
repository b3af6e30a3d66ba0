"use strict";

/**
 * What is chosen, narrowed and shown, as named lists of texts. It stands in the address's fragment, so that a bookmark or
 * a link brings it back; each change is a step of the browser's history, and those of some names can be undone.
 */
const State = (() => {
  /** @type {Map<string, {otherwise: string[], event: string, undo: boolean}>} */
  const names = new Map();
  /** @type {Map<string, string[]>} */
  const values = new Map();
  /** @type {Map<string, Array<() => void>>} */
  const listeners = new Map();
  /** @type {Array<{name: string, before: string[]}>} */
  const done = [];
  const MOST_UNDONE = 100;
  // Changes of one thing that follow each other at once, as a slider's, are one step of the history.
  const AT_ONCE = 800;
  let last = { name: "", at: 0 };

  /**
   * Name something that the address keeps.
   * @param {string} name @param {{otherwise?: string[], event?: string, undo?: boolean}} [options] What holds when the
   *   address does not say; what listeners are told (the name itself by default); whether a change can be undone.
   */
  const declare = (name, { otherwise = [], event = name, undo = false } = {}) => {
    names.set(name, { otherwise: DATA.opening[name] ?? otherwise, event, undo });
    values.set(name, names.get(name)?.otherwise ?? []);
  };

  /** @param {string} name @returns {string[]} */
  const all = (name) => values.get(name) ?? [];

  /** @param {string[]} a @param {string[]} b */
  const same = (a, b) => a.length === b.length && a.every((value, i) => value === b[i]);

  /** @param {string} event @param {() => void} listener */
  const on = (event, listener) => listeners.set(event, [...(listeners.get(event) ?? []), listener]);

  /** @param {Iterable<string>} events */
  const tell = (events) => {
    for (const event of new Set(events)) for (const listener of listeners.get(event) ?? []) listener();
  };

  const fragment = () => {
    const said = new URLSearchParams();
    for (const [name, { otherwise }] of names) {
      const now = all(name);
      if (same(now, otherwise) && name !== "view" && name !== "lang") continue;
      for (const value of now.length ? now : [""]) said.append(name, value);
    }
    return `#${said}`;
  };

  /** @param {string} name */
  const write = (name) => {
    const at = performance.now();
    const again = last.name === name && at - last.at < AT_ONCE;
    last = { name, at };
    if (fragment() !== location.hash) put(again);
  };

  /** Let the address say what holds. @param {boolean} instead Whether it replaces the last step of the history. */
  const put = (instead) => {
    try {
      if (instead) history.replaceState(null, "", fragment());
      else history.pushState(null, "", fragment());
    } catch {
      // A page inside a notebook has no address of its own.
    }
  };

  /** Change several at once, as one step. @param {Record<string, string[]>} changes @param {boolean} [undoable] */
  const change = (changes, undoable = true) => {
    const changed = Object.entries(changes).filter(([name, now]) => !same(all(name), now));
    for (const [name, now] of changed) {
      if (undoable && names.get(name)?.undo) done.push({ name, before: all(name) });
      values.set(name, now);
    }
    if (done.length > MOST_UNDONE) done.splice(0, done.length - MOST_UNDONE);
    if (!changed.length) return;
    tell([...changed.map(([name]) => names.get(name)?.event ?? name), "any"]);
    write(changed.map(([name]) => name).join(" "));
  };

  /** @param {string} name @param {string | string[] | null} value */
  const set = (name, value) => change({ [name]: value === null || value === "" ? [] : [value].flat() });

  const undo = () => {
    const step = done.pop();
    if (step) change({ [step.name]: step.before }, false);
    return step?.name ?? null;
  };

  /** Take over what the address says. */
  const read = () => {
    const said = new URLSearchParams(location.hash.slice(1));
    /** @type {string[]} */
    const events = [];
    for (const [name, { otherwise, event }] of names) {
      const now = said.has(name) ? said.getAll(name).filter(Boolean) : otherwise;
      if (!same(all(name), now)) events.push(event);
      values.set(name, now);
    }
    return events;
  };

  const start = () => {
    read();
    tell([...[...names.values()].map(({ event }) => event), "any"]);
    put(true);
    addEventListener("popstate", () => tell([...read(), "any"]));
  };

  return {
    declare,
    on,
    all,
    /** @param {string} name */
    get: (name) => all(name)[0] ?? "",
    set,
    change,
    undo,
    /** How many changes can be undone. */
    undoable: () => done.length,
    start,
  };
})();

State.declare("lang", { otherwise: [DATA.language] });
State.on("lang", () => Words.speak(State.get("lang") === "en" ? "en" : "ja"));
