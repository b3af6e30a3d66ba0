// title: {ja: "連携のない隣どうし", en: "Neighbours that share no collaboration"}
// question: {ja: "隣り合っているのに、進行中や準備中の連携を一つも共にしていない市町村の組はどれか", en: "Which neighbouring municipalities share no collaboration that is active or planned?"}
// parameters:
//   limit: {type: integer, default: 20, least: 1, ja: "行数", en: "Number of rows"}
// columns:
//   code: {ja: "団体コード", en: "Code"}
//   municipality: {ja: "市町村", en: "Municipality"}
//   neighbourCode: {ja: "隣の市町村の団体コード", en: "Code of the neighbour"}
//   neighbour: {ja: "隣の市町村", en: "Neighbour"}
//   sharedThemes: {ja: "両方に担い手のいるテーマの数", en: "Themes worked on in both"}
//   themes: {ja: "両方に担い手のいるテーマ", en: "The themes"}
CALL () {
  MATCH (work:Collaboration)<-[:PARTICIPATES_IN]-(:Organisation)-[:LOCATED_IN]->(:Municipality)-[:PART_OF*0..1]->(place:Municipality)
  WHERE coalesce(work.status, 'active') <> 'ended'
  RETURN work, collect(DISTINCT place) AS places
  UNION ALL
  MATCH (work:Collaboration)-[:TAKES_PLACE_IN]->(:Municipality)-[:PART_OF*0..1]->(place:Municipality)
  WHERE coalesce(work.status, 'active') <> 'ended'
  RETURN work, collect(DISTINCT place) AS places
}
UNWIND places AS one
UNWIND places AS other
WITH DISTINCT one, other
WITH collect([one, other]) AS together
MATCH (one:Municipality)-[:ADJACENT_TO]-(other:Municipality)
WHERE one.code < other.code AND NOT [one, other] IN together
  AND NOT EXISTS { (one)-[:PART_OF]->(:Municipality) } AND NOT EXISTS { (other)-[:PART_OF]->(:Municipality) }
WITH DISTINCT one, other
CALL (one) {
  MATCH (one)<-[:PART_OF*0..1]-(:Municipality)<-[:LOCATED_IN]-(member:Organisation)-[:WORKS_ON]->(topic:Theme)
  WHERE member.memberUntil IS NULL AND member.dissolvedOn IS NULL
  WITH DISTINCT topic
  ORDER BY topic.id
  RETURN collect(topic) AS topics
}
CALL (other) {
  MATCH (other)<-[:PART_OF*0..1]-(:Municipality)<-[:LOCATED_IN]-(member:Organisation)-[:WORKS_ON]->(topic:Theme)
  WHERE member.memberUntil IS NULL AND member.dissolvedOn IS NULL
  RETURN collect(DISTINCT topic) AS otherTopics
}
WITH one, other, [topic IN topics WHERE topic IN otherTopics | topic.name] AS themes
RETURN one.code AS code, one.name AS municipality, other.code AS neighbourCode, other.name AS neighbour,
       size(themes) AS sharedThemes, themes
ORDER BY sharedThemes DESC, code, neighbourCode
LIMIT $limit
