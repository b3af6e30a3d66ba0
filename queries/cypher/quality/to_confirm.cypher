// title: {ja: "確認を頼む会員", en: "Members to ask for confirmation"}
// question: {ja: "確認が古くなった参加や関係が多いのはどの会員で、何を尋ねればよいか", en: "Which members have most that was not confirmed for long, and what is to be asked?"}
// parameters:
//   before: {type: date, default: null, ja: "確認がこの日より前なら古いとみなす（省略すると1年前の今日）", en: "Confirmed before this day counts as stale; a year ago when left out"}
//   limit: {type: integer, default: 50, least: 1, ja: "行数", en: "Number of rows"}
// columns:
//   organisation: {ja: "組織", en: "Organisation"}
//   toConfirm: {ja: "確認したい件数", en: "To confirm"}
//   ties: {ja: "全件数", en: "In all"}
//   oldest: {ja: "最も古い確認日", en: "Earliest confirmation"}
//   what: {ja: "確認したいもの", en: "What to confirm"}
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
