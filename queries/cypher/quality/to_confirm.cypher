// title: {ja: "確認を頼む会員", en: "Members to ask for confirmation"}
// question: {ja: "参加や関係などの確認が古くなっている会員はどこで、何を尋ねればよいか", en: "Which members have most that was not confirmed for long, and what is to be asked?"}
// parameters:
//   before: {type: date, default: null, ja: "確認がこの日より前なら古いとみなす（省略すると1年前の今日）", en: "Confirmed before this day counts as stale; a year ago when left out"}
//   limit: {type: integer, default: 50, least: 1, ja: "行数", en: "Number of rows"}
// columns:
//   organisation: {ja: "組織", en: "Organisation"}
//   toConfirm: {ja: "確認が古い、または一度もない件数", en: "How many are stale or were never confirmed"}
//   ties: {ja: "全体の件数", en: "How many there are in all"}
//   oldest: {ja: "最も古い確認日", en: "Earliest confirmation"}
//   what: {ja: "確認したい関係の種類と相手", en: "Types of the ties to confirm, and to what"}
// example: {before: 2025-07-01, limit: 20}
MATCH (member:Organisation)
      -[tie:LOCATED_IN|SERVES|WORKS_ON|PARTICIPATES_IN|TIED_TO|OFFERS|HAS_NEED|OPERATES]->(far)
WHERE member.memberUntil IS NULL
WITH member, tie, far, coalesce(tie.confirmedOn < coalesce($before, date() - duration('P1Y')), true) AS stale
ORDER BY type(tie), far.id
WITH member, count(tie) AS ties, sum(CASE WHEN stale THEN 1 ELSE 0 END) AS toConfirm, min(tie.confirmedOn) AS oldest,
     collect(CASE WHEN stale THEN type(tie) + ' ' + far.name END) AS what
WHERE toConfirm > 0
RETURN member.name AS organisation, toConfirm, ties, oldest, what
ORDER BY toConfirm DESC, ties, member.id
LIMIT $limit
