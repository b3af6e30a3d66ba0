// title: {ja: "隣り合う市町村どうしの連携", en: "Collaboration of neighbouring municipalities"}
// question: {ja: "隣り合うのに、組織どうしが一緒に取り組んでいない、または少ない市町村の組はどれか（行政区は市に含める）", en: "Between which neighbouring municipalities do organisations not work together, or seldom, wards counted as their city?"}
// parameters:
//   limit: {type: integer, default: 20, least: 1, ja: "行数", en: "Number of rows"}
// columns:
//   municipality: {ja: "市町村", en: "Municipality"}
//   neighbour: {ja: "隣の市町村", en: "Its neighbour"}
//   collaborations: {ja: "共に加わる連携の数", en: "Shared collaborations"}
//   sharedThemes: {ja: "共通のテーマの数", en: "Shared themes"}
CALL () {
  MATCH (place:Municipality)-[:ADJACENT_TO]-(near:Municipality)
  OPTIONAL MATCH (place)-[:PART_OF]->(city:Municipality)
  OPTIONAL MATCH (near)-[:PART_OF]->(nearCity:Municipality)
  RETURN coalesce(city, place) AS one, coalesce(nearCity, near) AS other, null AS work
  UNION
  MATCH (work:Collaboration)<-[:PARTICIPATES_IN]-(:Organisation)-[:LOCATED_IN]->(place:Municipality)
  OPTIONAL MATCH (place)-[:PART_OF]->(city:Municipality)
  WITH work, collect(DISTINCT coalesce(city, place)) AS places
  UNWIND places AS one
  UNWIND places AS other
  RETURN one, other, work
}
WITH one, other, count(work) AS collaborations, count(*) - count(work) AS adjacent
WHERE adjacent > 0 AND one.code < other.code
WITH one, other, collaborations
ORDER BY collaborations, one.code, other.code
LIMIT $limit
CALL (one) {
  MATCH (one)<-[:PART_OF*0..1]-(:Municipality)<-[:LOCATED_IN]-(:Organisation)-[:WORKS_ON]->(topic:Theme)
  RETURN collect(DISTINCT topic) AS topics
}
CALL (other) {
  MATCH (other)<-[:PART_OF*0..1]-(:Municipality)<-[:LOCATED_IN]-(:Organisation)-[:WORKS_ON]->(topic:Theme)
  RETURN collect(DISTINCT topic) AS otherTopics
}
RETURN one.name AS municipality, other.name AS neighbour, collaborations,
       size([topic IN topics WHERE topic IN otherTopics]) AS sharedThemes
ORDER BY collaborations, one.code, other.code
