"use strict";

/**
 * What is chosen, narrowed and shown, as named lists of texts. It stands in the address's fragment, so that a bookmark or
 * a link brings it back; each change is a step of the browser's history, and those of some names can be undone.
 */
const State = (() => {
  /** @type {Map<string, {otherwise: string[], event: string, undo: boolean, flows: boolean, anew: string[]}>} */
  const names = new Map();
  /** @type {Map<string, string[]>} */
  const values = new Map();
  /** @type {Map<string, Array<() => void>>} */
  const listeners = new Map();
  /** What held before each change that can be undone. @type {Array<Record<string, string[]>>} */
  const done = [];
  const MOST_UNDONE = 100;
  // Changes of one thing that flows, when they follow each other at once, are one step of the history.
  const AT_ONCE = 800;
  let last = { name: "", at: 0 };

  /**
   * Name something that the address keeps.
   * @param {string} name @param {{otherwise?: string[], event?: string, undo?: boolean, flows?: boolean, anew?: string[]}} [options] What
   *   holds when the address does not say; what listeners are told (the name itself by default); whether a change can be
   *   undone; whether it changes little by little, as by a slider or by typing; the events with which it begins anew.
   */
  const declare = (name, { otherwise = [], event = name, undo = false, flows = false, anew = [] } = {}) => {
    names.set(name, { otherwise: DATA.opening[name] ?? otherwise, event, undo, flows, anew });
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

  /** Let the address say what holds. @param {boolean} instead Whether it replaces the last step of the history. */
  const put = (instead) => {
    try {
      if (instead) history.replaceState(null, "", fragment());
      else history.pushState(null, "", fragment());
    } catch {
      // A page inside a notebook has no address of its own.
    }
  };

  /** Whether a change goes on with the one before. @param {Array<[string, string[]]>} changed */
  const isAgain = (changed) =>
    changed.every(([name]) => names.get(name)?.flows) &&
    last.name === changed.map(([name]) => name).join(" ") &&
    performance.now() - last.at < AT_ONCE;

  /** @param {Array<[string, string[]]>} changed */
  const write = (changed) => {
    const again = isAgain(changed);
    last = { name: changed.map(([name]) => name).join(" "), at: performance.now() };
    if (fragment() !== location.hash) put(again);
  };

  /** What begins anew with some events. @param {string[]} events @returns {Array<[string, string[]]>} */
  const begunAnew = (events) =>
    [...names].flatMap(([name, { anew, otherwise }]) =>
      anew.some((event) => events.includes(event)) && !same(all(name), otherwise) ? [/** @type {[string, string[]]} */ ([name, otherwise])] : []);

  /** Change several at once, as one step. @param {Record<string, string[]>} changes @param {boolean} [undoable] */
  const change = (changes, undoable = true) => {
    const asked = Object.entries(changes).filter(([name, now]) => !same(all(name), now));
    if (!asked.length) return;
    const changed = [...asked, ...begunAnew(asked.map(([name]) => names.get(name)?.event ?? name))];
    const before = changed.filter(([name]) => names.get(name)?.undo).map(([name]) => [name, all(name)]);
    if (undoable && before.length && !isAgain(changed)) done.push(Object.fromEntries(before));
    if (done.length > MOST_UNDONE) done.shift();
    for (const [name, now] of changed) values.set(name, now);
    tell([...changed.map(([name]) => names.get(name)?.event ?? name), "any"]);
    write(changed);
  };

  /** @param {string} name @param {string | string[] | null} value */
  const set = (name, value) => change({ [name]: value === null || value === "" ? [] : [value].flat() });

  /** Take back the last change that still makes a difference. @returns {string | null} the name of what it changed */
  const undo = () => {
    for (let step = done.pop(); step; step = done.pop()) {
      const [name] = Object.keys(step).filter((each) => !same(all(each), step[each]));
      if (!name) continue;
      last = { name: "", at: 0 };
      change(step, false);
      return name;
    }
    return null;
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
    // A view that opens finds all else as it is to be.
    tell([...[...names.values()].map(({ event }) => event).filter((event) => event !== "view"), "view", "any"]);
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
