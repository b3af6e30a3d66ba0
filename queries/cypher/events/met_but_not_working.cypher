// title: {ja: "行事で顔を合わせているが連携のない組織", en: "Meeting at events, not working together"}
// question: {ja: "同じテーマに取り組み、行事で何度も同席しているのに、まだ連携も関係もない組織の組はどれか", en: "Which pairs of organisations work on one theme and meet at events again and again, but share no collaboration and no tie?"}
// parameters:
//   events: {type: integer, default: 3, least: 1, ja: "同席した行事がこの数以上", en: "Having attended at least so many events together"}
//   limit: {type: integer, default: 50, least: 1, ja: "行数", en: "Number of rows"}
// columns:
//   organisation: {ja: "組織", en: "Organisation"}
//   sector: {ja: "分野", en: "Sector"}
//   other: {ja: "もう一方の組織", en: "Other organisation"}
//   otherSector: {ja: "もう一方の分野", en: "Other sector"}
//   events: {ja: "同席した行事の数", en: "Events attended by both"}
//   themes: {ja: "共通のテーマ", en: "Shared themes"}
// growth: {ja: "同じ行事に出た組織を二つずつ比べるので、行事一つの参加者が増えると、その二乗で増える", en: "Organisations at one event are compared two by two, so the work grows with the square of an event's guests"}
MATCH (first:Organisation)-[:ATTENDED]->(happening:Event)<-[:ATTENDED]-(second:Organisation)
WHERE first.memberUntil IS NULL AND second.memberUntil IS NULL
WITH first, second, count(DISTINCT happening) AS met
WHERE met >= $events AND first.id < second.id
WITH first, collect({second: second, met: met}) AS company
CALL (first) {
  CALL (first) {
    MATCH (first)-[:PARTICIPATES_IN]->(:Collaboration)<-[:PARTICIPATES_IN]-(partner:Organisation)
    RETURN partner
    UNION
    MATCH (first)-[:TIED_TO]-(partner:Organisation)
    RETURN partner
  }
  RETURN collect(partner) AS partners
}
WITH first, company, partners, COLLECT { MATCH (first)-[:WORKS_ON]->(topic:Theme) RETURN topic } AS topics
UNWIND company AS pair
WITH first, pair.second AS second, pair.met AS met, partners, topics
WHERE NOT second IN partners
WITH first, second, met,
     COLLECT {
       MATCH (second)-[:WORKS_ON]->(topic:Theme) WHERE topic IN topics
       RETURN topic.name ORDER BY topic.id
     } AS themes
WHERE size(themes) > 0
RETURN first.name AS organisation, first.sector AS sector, second.name AS other, second.sector AS otherSector,
       met AS events, themes
ORDER BY events DESC, first.id, second.id
LIMIT $limit
