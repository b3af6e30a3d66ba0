// title: {ja: "政令指定都市の区", en: "Wards of designated cities"}
// question: {ja: "政令指定都市の各区に、組織・その取り組むテーマ・連携・課題・つながりの場はいくつあるか", en: "How many organisations, covered themes, collaborations, needs and places to meet has each ward of a designated city?"}
// parameters:
//   city: {type: string, default: null, values: Municipality.name, ja: "政令指定都市", en: "A designated city"}
// columns:
//   city: {ja: "市", en: "City"}
//   code: {ja: "団体コード", en: "Code"}
//   ward: {ja: "区", en: "Ward"}
//   organisations: {ja: "所在する組織の数", en: "Organisations there"}
//   themes: {ja: "取組のあるテーマの数", en: "Themes worked on"}
//   collaborations: {ja: "連携の数(終了を除く)", en: "Collaborations (not ended)"}
//   openNeeds: {ja: "未解決の課題の数", en: "Open needs"}
//   places: {ja: "つながりの場の数", en: "Places to meet"}
MATCH (ward:Municipality)-[:PART_OF]->(whole:Municipality)
WHERE $city IS NULL OR $city IN [whole.id, whole.name]
RETURN whole.name AS city, ward.code AS code, ward.name AS ward,
  COUNT {
    MATCH (ward)<-[:LOCATED_IN]-(member:Organisation)
    WHERE member.memberUntil IS NULL AND member.dissolvedOn IS NULL
    RETURN DISTINCT member
  } AS organisations,
  COUNT {
    MATCH (ward)<-[:LOCATED_IN]-(member:Organisation)-[:WORKS_ON]->(topic:Theme)
    WHERE member.memberUntil IS NULL AND member.dissolvedOn IS NULL
    RETURN DISTINCT topic
  } AS themes,
  COUNT {
    MATCH (ward)<-[:TAKES_PLACE_IN]-(work:Collaboration)
    WHERE coalesce(work.status, 'active') <> 'ended'
    RETURN DISTINCT work
  } AS collaborations,
  COUNT {
    MATCH (ward)<-[:TAKES_PLACE_IN]-(need:Need)
    WHERE need.closedOn IS NULL
    RETURN need
    UNION
    MATCH (ward)<-[:LOCATED_IN*0..1]-(holder:Municipality|Organisation)-[:HAS_NEED]->(need:Need)
    WHERE need.closedOn IS NULL
    RETURN need
  } AS openNeeds,
  COUNT { (ward)<-[:TAKES_PLACE_IN]-(:Place) } AS places
ORDER BY whole.code, code
