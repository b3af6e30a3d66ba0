"use strict";

/** Why nothing fits a need. @typedef {"noTheme" | "noneOffered" | "noneFree"} Lack */
/** How the theme of a resource agrees. @typedef {"same" | "narrower" | "broader"} Fit */

/** A need as a card: whose it is, what was brought together with it, and what would fit. */
const NeedCard = (() => {
  const needs = DATA.matching;
  /** Rows of the candidates of each need. @type {Map<number, number[]>} */
  const fitting = new Map();
  for (const [row, need] of (needs?.candidates.need ?? []).entries()) fitting.set(need, [...(fitting.get(need) ?? []), row]);

  /** Who has a need, or offers a resource. @param {number} node */
  const owners = (node) => Ties.of(node)
    .filter((tie) => ["HAS_NEED", "OFFERS"].includes(Ties.type(tie)) && Ties.end(tie) === node)
    .map((tie) => Ties.start(tie));

  /** What was brought together with a need, as ties. @param {number} need */
  const matches = (need) => Ties.of(need).filter((tie) => Ties.type(tie) === "MATCHED_WITH");

  /** How a resource that fits agrees with its need. @param {number} row A row of the candidates. */
  const why = (row) => {
    const { fit, same, km } = needs.candidates;
    const far = km[row] === null ? Words.t("matching.noPlace") : Words.t("matching.km", { km: Words.number(Number(km[row]), 0) });
    return [Words.t(`matching.fit.${fit[row]}`), same[row] ? Words.t("matching.samePlace") : far];
  };

  /** @param {number[]} nodes */
  const links = (nodes) => nodes.flatMap((node) => [nodeLink(node), " "]);

  /** @param {string} title @param {Array<Node | string>} values */
  const fact = (title, values) =>
    values.length ? element("div", {}, element("dt", {}, title), element("dd", {}, ...values)) : null;

  /** @param {string[]} texts */
  const listed = (texts) => texts.flatMap((text, i) => [i ? Words.t("matching.comma") : "", element("bdi", {}, text)]);

  /** A resource, what it is, and why it stands here. @param {number} node @param {string} status @param {Node | null} reason */
  const offer = (node, status, reason) => {
    const [kind, capacity, since, until] = ["kind", "capacity", "availableFrom", "availableUntil"].map((name) => Nodes.value(node, name));
    const said = [
      kind === null ? null : Words.value("Resource", "kind", kind),
      capacity === null ? null : Words.t("matching.capacity", { n: Number(capacity) }),
      since === null && until === null ? null : Words.t("matching.usable", { since: since ?? "", until: until ?? "" }),
    ].filter((text) => text !== null);
    const facts = element("span", { class: "offer-facts" }, ...said.map((text) => element("span", {}, text)),
      ...owners(node).map((owner) => element("span", {}, `${Words.t("matching.from")} `, nodeLink(owner))));
    return element("li", {}, status ? element("span", { class: "offer-status" }, status) : null, element("div", {}, nodeLink(node), " ", facts, reason));
  };

  /** @param {number} tie */
  const match = (tie) => {
    const [score, on, by] = ["score", "decidedOn", "decidedBy"].map((name) => Ties.value(tie, name));
    const reasons = Ties.value(tie, "reasons");
    const reason = element("p", { class: "offer-why" }, ...listed(Array.isArray(reasons) ? reasons : []),
      score === null ? null : element("span", {}, Words.t("matching.score", { n: Words.number(Number(score), 2) })),
      on === null && by === null ? null : element("span", {}, [Words.t("matching.decided"), on, by].filter(Boolean).join(" ")));
    return offer(Ties.end(tie), Words.value("MATCHED_WITH", "status", Ties.value(tie, "status")), reason);
  };

  /** @param {number} row */
  const candidate = (row) =>
    offer(needs.candidates.resource[row], Words.t("matching.unjudged"), element("p", { class: "offer-why" }, why(row).join(Words.t("matching.comma"))));

  /** What fits, folded where something is on record already. @param {number} row */
  const candidates = (row) => {
    const found = fitting.get(needs.need[row]) ?? [];
    if (!found.length) return needs.standing[row] === "nothing" ? element("p", { class: "lack" }, Words.t(`matching.lack.${needs.lack[row]}`)) : null;
    const title = [Words.t("matching.candidates"), " ", element("span", { class: "count" }, Words.t("matching.candidateCount", { n: needs.fitting[row] }))];
    const list = element("ul", { class: "offers" }, ...found.map(candidate));
    if (needs.standing[row] === "fitting") return element("div", {}, element("h4", {}, ...title), list);
    return element("details", { class: "more-offers" }, element("summary", {}, ...title), list);
  };

  /** @param {number} need */
  const facts = (need) => {
    const [since, group, amount] = ["openedOn", "targetGroup", "amount"].map((name) => Nodes.value(need, name));
    const known = (/** @type {Array<Node | string>} */ values) => (values.length ? values : [Words.t("matching.unknown")]);
    const rows = [
      fact(Words.t("matching.owner"), known(links(owners(need)))),
      fact(Words.t("label.Theme"), known(links(Ties.targets(need, "ADDRESSES")))),
      fact(Words.t("label.Municipality"), links(Ties.targets(need, "TAKES_PLACE_IN"))),
      fact(Words.t("matching.column.since"), known(since === null ? [] : [String(since)])),
      fact(Words.t("property.Need.targetGroup"), group === null ? [] : [Words.value("Need", "targetGroup", group)]),
      fact(Words.t("property.Need.amount"), amount === null ? [] : [Words.number(Number(amount))]),
    ];
    return element("dl", { class: "reasons" }, ...rows);
  };

  /** The mark of a standing, as the figure has it. @param {string} standing */
  const mark = (standing) => document.querySelector(`[data-standing="${standing}"] .standing-mark`)?.cloneNode(true) ?? "";

  /** @param {number} row A row of the open needs. */
  const of = (row) => {
    const [need, standing] = [needs.need[row], needs.standing[row]];
    const recorded = matches(need);
    return element("article", { class: "card need" },
      element("header", { class: "card-top" },
        element("span", { class: "tag" }, mark(standing), Words.t(`matching.standing.${standing}`)),
        element("h3", {}, nodeLink(need))),
      facts(need),
      recorded.length ? element("h4", {}, Words.t("matching.recorded")) : null,
      recorded.length ? element("ul", { class: "offers" }, ...recorded.map(match)) : null,
      candidates(row));
  };

  /** A resource that nobody asks for. @param {number} node */
  const unasked = (node) =>
    offer(node, "", element("p", { class: "offer-why" }, ...links([...Ties.targets(node, "ADDRESSES"), ...Ties.targets(node, "TAKES_PLACE_IN")])));

  return { of, unasked, owners, matches, why, fitting: (/** @type {number} */ need) => fitting.get(need) ?? [] };
})();
