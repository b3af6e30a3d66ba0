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
MATCH (one:Municipality)-[:ADJACENT_TO]-(other:Municipality)
WHERE one.code < other.code
  AND NOT EXISTS { (one)-[:PART_OF]->(:Municipality) } AND NOT EXISTS { (other)-[:PART_OF]->(:Municipality) }
  AND NOT EXISTS {
    MATCH (one)<-[:PART_OF*0..1]-(:Municipality)<-[:TAKES_PLACE_IN]-(work:Collaboration)
          -[:TAKES_PLACE_IN]->(:Municipality)-[:PART_OF*0..1]->(other)
    WHERE coalesce(work.status, 'active') <> 'ended'
  }
  AND NOT EXISTS {
    MATCH (one)<-[:PART_OF*0..1]-(:Municipality)<-[:LOCATED_IN]-(:Organisation)-[:PARTICIPATES_IN]->(work:Collaboration)
          <-[:PARTICIPATES_IN]-(:Organisation)-[:LOCATED_IN]->(:Municipality)-[:PART_OF*0..1]->(other)
    WHERE coalesce(work.status, 'active') <> 'ended'
  }
WITH DISTINCT one, other
WITH one, other, COLLECT {
    MATCH (one)<-[:PART_OF*0..1]-(:Municipality)<-[:LOCATED_IN]-(member:Organisation)-[:WORKS_ON]->(topic:Theme)
    WHERE member.memberUntil IS NULL AND member.dissolvedOn IS NULL
    WITH DISTINCT topic
    MATCH (topic)<-[:WORKS_ON]-(partner:Organisation)-[:LOCATED_IN]->(:Municipality)-[:PART_OF*0..1]->(other)
    WHERE partner.memberUntil IS NULL AND partner.dissolvedOn IS NULL
    WITH DISTINCT topic
    RETURN topic.name ORDER BY topic.id
  } AS themes
RETURN one.code AS code, one.name AS municipality, other.code AS neighbourCode, other.name AS neighbour,
       size(themes) AS sharedThemes, themes
ORDER BY sharedThemes DESC, code, neighbourCode
LIMIT $limit
