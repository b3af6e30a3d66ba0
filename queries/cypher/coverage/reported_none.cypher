// title: {ja: "「取組なし」の回答と隣の担い手", en: "Nothing there, but next door"}
// question: {ja: "「取組なし」と答えた市町村の隣に、そのテーマの担い手はいるか", en: "Where a municipality reports that there is nothing, does somebody work on the theme next door?"}
// columns:
//   code: {ja: "団体コード", en: "Code"}
//   municipality: {ja: "市町村", en: "Municipality"}
//   theme: {ja: "テーマ", en: "Theme"}
//   confirmedOn: {ja: "確認日", en: "Confirmed on"}
//   openNeeds: {ja: "未解決の課題の数", en: "Open needs"}
//   organisations: {ja: "隣の市町村の担い手の数", en: "Organisations next door"}
//   neighbours: {ja: "担い手のいる隣", en: "Where next door"}
// growth: {ja: "市町村とテーマの組ごとに、そのテーマの課題や担い手を調べるため。テーマの数は組織と共には増えない", en: "For each municipality and theme it looks through what is of the theme, and themes do not become more as organisations do"}
MATCH (place:Municipality)-[answer:REPORTS_NONE]->(topic:Theme)
OPTIONAL MATCH (place)-[:ADJACENT_TO]-(nearby:Municipality)<-[:PART_OF*0..1]-(:Municipality)
               <-[:LOCATED_IN]-(member:Organisation)-[:WORKS_ON]->(:Theme)-[:BROADER*0..]->(topic)
WHERE member.memberUntil IS NULL AND member.dissolvedOn IS NULL
WITH place, topic, answer, nearby, member
ORDER BY nearby.code
WITH place, topic, answer, count(DISTINCT member) AS organisations, collect(DISTINCT nearby.name) AS neighbours
RETURN place.code AS code, place.name AS municipality, topic.name AS theme, answer.confirmedOn AS confirmedOn,
  COUNT {
    MATCH (topic)<-[:BROADER*0..]-(:Theme)<-[:ADDRESSES]-(need:Need)
    WHERE need.closedOn IS NULL
      AND (EXISTS { (need)-[:TAKES_PLACE_IN|PART_OF*1..2]->(place) }
        OR EXISTS { (need)<-[:HAS_NEED]-()-[:LOCATED_IN|PART_OF*0..2]->(place) })
    RETURN DISTINCT need
  } AS openNeeds, organisations, neighbours
ORDER BY organisations DESC, code, topic.id
