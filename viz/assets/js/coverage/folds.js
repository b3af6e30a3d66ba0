"use strict";

/** Which groups of the heat map's themes are folded: those the reader folded; for want of room all but the one looked at. */
const Folds = (() => {
  /** Whether there is too little room for all themes, while the reader has not said which to fold. */
  let isTight = false;

  /** Numbers of the groups that can be folded. @param {ThemeGroup[]} groups */
  const foldable = (groups) => groups.filter(({ folds }) => folds).map(({ group }) => group);

  /** Numbers of the groups that are folded. @param {ThemeGroup[]} groups @returns {Set<number>} */
  const now = (groups) => {
    if (!isTight) return new Set(State.all("folded").flatMap((id) => Nodes.number(id) ?? []));
    const looked = groups.find(({ narrow }) => narrow.some(({ theme }) => theme === Choice.cell()?.[1]))?.group;
    return new Set(foldable(groups).filter((group) => group !== looked));
  };

  /** @param {ThemeGroup[]} groups */
  const isAll = (groups) => foldable(groups).every((group) => now(groups).has(group));

  /** Keep what is folded; that nothing is, is said too, for else want of room would fold all. @param {Iterable<number>} groups */
  const keep = (groups) => {
    const ids = [...groups].map(Nodes.id);
    State.set("folded", ids.length ? ids : ["-"]);
  };

  return {
    now,
    isAll,
    /** @param {boolean} is */
    tighten: (is) => {
      isTight = is;
    },
    /** Fold or unfold a group; the others stay as they are seen. @param {ThemeGroup[]} groups @param {number} group */
    turn: (groups, group) => {
      const folded = now(groups);
      if (!folded.delete(group)) folded.add(group);
      keep(folded);
    },
    /** @param {ThemeGroup[]} groups */
    turnAll: (groups) => keep(isAll(groups) ? [] : foldable(groups)),
  };
})();
