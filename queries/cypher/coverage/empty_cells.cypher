// title: {ja: "課題があるのに担い手のいない空白", en: "Gaps with open needs"}
// question: {ja: "未解決の課題があるのに、そこに所在する組織がだれも取り組んでいない市町村とテーマはどこか", en: "In which municipality and theme is a need open, but no organisation located there works on it?"}
// parameters:
//   theme: {type: string, default: null, values: Theme.name, ja: "テーマ", en: "Theme"}
// columns:
//   municipality: {ja: "市町村", en: "Municipality"}
//   theme: {ja: "テーマ", en: "Theme"}
//   openNeeds: {ja: "未解決の課題の数", en: "Number of open needs"}
//   needs: {ja: "課題のID", en: "Ids of the needs"}
MATCH (topic:Theme)<-[:ADDRESSES]-(need:Need)-[:TAKES_PLACE_IN]->(place:Municipality)
WHERE need.closedOn IS NULL AND ($theme IS NULL OR topic.name = $theme)
OPTIONAL MATCH (place)-[:PART_OF]->(city:Municipality)
WITH coalesce(city, place) AS whole, collect(DISTINCT {topic: topic, need: need}) AS asked
CALL (whole) {
  MATCH (whole)<-[:PART_OF*0..1]-(:Municipality)<-[:LOCATED_IN]-(member:Organisation)
  WHERE member.memberUntil IS NULL AND member.dissolvedOn IS NULL
  MATCH (member)-[:WORKS_ON]->(worked:Theme)
  WITH DISTINCT worked
  MATCH (worked)-[:BROADER*0..]->(wide:Theme)
  RETURN collect(DISTINCT wide) AS covered
}
UNWIND asked AS one
WITH whole, covered, one.topic AS topic, one.need AS need
WHERE NOT topic IN covered
WITH whole, topic, count(DISTINCT need) AS openNeeds, collect(DISTINCT need.id) AS needs
RETURN whole.name AS municipality, topic.name AS theme, openNeeds, COLLECT { UNWIND needs AS id RETURN id ORDER BY id } AS needs
ORDER BY openNeeds DESC, whole.code, topic.id
