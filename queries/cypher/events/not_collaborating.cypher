// title: {ja: "行事に参加しているが連携のない組織", en: "At events, but in no collaboration"}
// question: {ja: "行事に参加しているのに、まだどの連携にも加わっていない組織はどれか", en: "Which organisations come to events but take part in no collaboration yet?"}
// parameters:
//   limit: {type: integer, default: 50, least: 1, ja: "行数", en: "Number of rows"}
// columns:
//   organisation: {ja: "組織", en: "Organisation"}
//   sector: {ja: "分野", en: "Sector"}
//   municipality: {ja: "市町村", en: "Municipality"}
//   events: {ja: "参加した行事の数", en: "Events attended"}
//   latest: {ja: "最後の参加日", en: "Last attended"}
//   themes: {ja: "取組テーマ", en: "Themes"}
MATCH (guest:Organisation)-[:ATTENDED]->(happening:Event)
WHERE guest.memberUntil IS NULL AND NOT EXISTS { (guest)-[:PARTICIPATES_IN]->(:Collaboration) }
WITH guest, count(DISTINCT happening) AS events, max(happening.date) AS latest
ORDER BY events DESC, guest.id
LIMIT $limit
RETURN guest.name AS organisation, guest.sector AS sector,
       head(COLLECT { MATCH (guest)-[:LOCATED_IN]->(place:Municipality) RETURN place.name ORDER BY place.code })
         AS municipality,
       events, latest, COLLECT { MATCH (guest)-[:WORKS_ON]->(topic:Theme) RETURN topic.name ORDER BY topic.id } AS themes
ORDER BY events DESC, guest.id
