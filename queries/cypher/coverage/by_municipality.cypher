// title: {ja: "市町村ごとの空白域", en: "Coverage by municipality"}
// question: {ja: "取組のあるテーマが少ないのはどの市町村で、何も分かっていないテーマはいくつあるか", en: "Which municipalities have something on the fewest themes, and of how many is nothing known?"}
// columns:
//   code: {ja: "団体コード", en: "Code"}
//   municipality: {ja: "市町村", en: "Municipality"}
//   themes: {ja: "テーマの数", en: "Number of themes"}
//   covered: {ja: "取組ありのテーマの数", en: "Themes covered"}
//   neighbour: {ja: "他地域が担うテーマの数", en: "Themes served from elsewhere"}
//   none: {ja: "取組なしのテーマの数", en: "Themes with nothing"}
//   unknown: {ja: "未把握のテーマの数", en: "Themes not known of"}
//   share: {ja: "取組ありの割合(%)", en: "Share covered (%)"}
CALL () {
  MATCH (topic:Theme)<-[:WORKS_ON]-(member:Organisation)-[:LOCATED_IN]->(:Municipality)-[:PART_OF*0..1]->(place:Municipality)
  WHERE member.memberUntil IS NULL AND member.dissolvedOn IS NULL
  RETURN DISTINCT place, topic, 1 AS rank
  UNION ALL
  MATCH (topic:Theme)<-[:ADDRESSES]-(work:Collaboration)-[:TAKES_PLACE_IN]->(:Municipality)-[:PART_OF*0..1]->(place:Municipality)
  WHERE coalesce(work.status, 'active') <> 'ended'
  RETURN DISTINCT place, topic, 1 AS rank
  UNION ALL
  MATCH (topic:Theme)<-[:WORKS_ON]-(helper:Organisation)-[:SERVES]->(:Municipality)-[:PART_OF*0..1]->(place:Municipality)
  WHERE helper.memberUntil IS NULL AND helper.dissolvedOn IS NULL
  RETURN DISTINCT place, topic, 2 AS rank
  UNION ALL
  MATCH (topic:Theme)<-[:ADDRESSES]-(need:Need)-[:TAKES_PLACE_IN]->(:Municipality)-[:PART_OF*0..1]->(place:Municipality)
  WHERE need.closedOn IS NULL
  RETURN DISTINCT place, topic, 3 AS rank
  UNION ALL
  MATCH (topic:Theme)<-[:ADDRESSES]-(need:Need)<-[:HAS_NEED]-()-[:LOCATED_IN|PART_OF*0..2]->(place:Municipality)
  WHERE need.closedOn IS NULL
  RETURN DISTINCT place, topic, 3 AS rank
  UNION ALL
  MATCH (place:Municipality)-[:REPORTS_NONE]->(:Theme)<-[:BROADER*0..]-(topic:Theme)
  RETURN DISTINCT place, topic, 3 AS rank
  UNION ALL
  MATCH (place:Municipality)<-[:PART_OF]-(ward:Municipality)-[:REPORTS_NONE]->(:Theme)<-[:BROADER*0..]-(topic:Theme)
  WITH place, topic, count(DISTINCT ward) AS wards
  WHERE wards = COUNT { (place)<-[:PART_OF]-(:Municipality) }
  RETURN place, topic, 3 AS rank
}
WITH place, topic, min(rank) AS rank
WHERE NOT EXISTS { (topic)<-[:BROADER]-(:Theme) }
WITH place, collect(rank) AS ranks
WITH collect({place: place, ranks: ranks}) AS known
MATCH (topic:Theme)
WHERE NOT EXISTS { (topic)<-[:BROADER]-(:Theme) }
WITH known, count(topic) AS themes
MATCH (place:Municipality)
WHERE NOT EXISTS { (place)-[:PART_OF]->(:Municipality) }
WITH place, themes, coalesce([one IN known WHERE one.place = place | one.ranks][0], []) AS ranks
WITH place, themes, size(ranks) AS heard, size([rank IN ranks WHERE rank = 1]) AS covered,
     size([rank IN ranks WHERE rank = 2]) AS neighbour, size([rank IN ranks WHERE rank = 3]) AS none
RETURN place.code AS code, place.name AS municipality, themes, covered, neighbour, none, themes - heard AS unknown,
       round(100.0 * covered / themes, 1) AS share
ORDER BY covered, unknown DESC, code
