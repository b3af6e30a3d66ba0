// title: {ja: "関係の確認状況", en: "How fresh ties are"}
// question: {ja: "関係の種類ごとに、一度も確認されていないもの、確認が古くなったものはいくつあるか（市町村の境や区、テーマの上下など、会員に尋ねないものは除く）", en: "How many ties of each type were never confirmed, or not for long, those left out that are not asked of members, such as borders, wards and broader themes?"}
// parameters:
//   before: {type: date, default: null, ja: "確認がこの日より前なら古いとみなす（省略すると1年前の今日）", en: "Confirmed before this day counts as stale; a year ago when left out"}
// columns:
//   kind: {ja: "関係の種類", en: "Type of tie"}
//   number: {ja: "数", en: "Number"}
//   never: {ja: "確認日のない数", en: "Never confirmed"}
//   stale: {ja: "確認の古い数", en: "Stale"}
//   oldest: {ja: "最も古い確認日", en: "Earliest"}
//   latest: {ja: "最も新しい確認日", en: "Latest"}
// example: {before: 2025-10-01}
MATCH (:Organisation|Municipality|Theme|Collaboration|Case|Event|Need|Resource|Place|Indicator|Observation)-[tie]->()
WHERE NOT type(tie) IN ['ADJACENT_TO', 'PART_OF', 'BROADER', 'OBSERVED', 'OF']
RETURN type(tie) AS kind, count(*) AS number, sum(CASE WHEN tie.confirmedOn IS NULL THEN 1 ELSE 0 END) AS never,
       sum(CASE WHEN tie.confirmedOn < coalesce($before, date() - duration('P1Y')) THEN 1 ELSE 0 END) AS stale,
       min(tie.confirmedOn) AS oldest, max(tie.confirmedOn) AS latest
ORDER BY never + stale DESC, kind
