// title: {ja: "新しい会員", en: "New members"}
// question: {ja: "最近入会した会員は、もう連携や行事に加わっているか（まだの会員から並べる）", en: "Have the members who joined lately come to collaborations and events, those who have not first?"}
// parameters:
//   day: {type: date, default: null, ja: "この日から数える（省略すると今日）", en: "Day to count back from; today when left out"}
//   months: {type: integer, default: 12, least: 1, ja: "何か月前までに入会した会員か", en: "Members who joined within so many months"}
//   limit: {type: integer, default: 50, least: 1, ja: "行数", en: "Number of rows"}
// columns:
//   organisation: {ja: "組織", en: "Organisation"}
//   sector: {ja: "分野", en: "Sector"}
//   municipality: {ja: "市町村", en: "Municipality"}
//   memberSince: {ja: "入会日", en: "Member since"}
//   themes: {ja: "取組テーマ", en: "Themes"}
//   collaborations: {ja: "加わる連携の数", en: "Collaborations"}
//   events: {ja: "参加した行事の数", en: "Events attended"}
// example: {day: 2026-03-31, months: 3}
MATCH (member:Organisation)
WHERE member.memberUntil IS NULL AND member.memberSince <= coalesce($day, date())
  AND member.memberSince > coalesce($day, date()) - duration({months: $months})
WITH member, COUNT { (member)-[:PARTICIPATES_IN]->(:Collaboration) } AS collaborations,
     COUNT { (member)-[:ATTENDED]->(:Event) } AS events
ORDER BY collaborations + events, member.memberSince, member.id
LIMIT $limit
RETURN member.name AS organisation, member.sector AS sector,
       head(COLLECT { MATCH (member)-[:LOCATED_IN]->(place:Municipality) RETURN place.name ORDER BY place.code })
         AS municipality,
       member.memberSince AS memberSince,
       COLLECT { MATCH (member)-[:WORKS_ON]->(topic:Theme) RETURN topic.name ORDER BY topic.id } AS themes,
       collaborations, events
ORDER BY collaborations + events, memberSince, member.id
