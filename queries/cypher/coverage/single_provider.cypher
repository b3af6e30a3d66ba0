// title: {ja: "担い手が一つだけのところ", en: "One organisation alone"}
// question: {ja: "所在する担い手が一つだけで、それが抜けるとだれもいなくなる市町村とテーマはどこか", en: "In which municipality and theme does a single organisation located there carry the work?"}
// parameters:
//   municipality: {type: string, default: null, values: Municipality.name, ja: "市町村。区は市に含める", en: "A municipality that is part of no other; wards count for their city"}
//   theme: {type: string, default: null, values: Theme.name, ja: "テーマ。上位のテーマなら、その下位のテーマすべて", en: "A theme; of a broad one, all its narrower ones"}
//   limit: {type: integer, default: 20, least: 1, ja: "行数", en: "Number of rows"}
// columns:
//   code: {ja: "団体コード", en: "Code"}
//   municipality: {ja: "市町村", en: "Municipality"}
//   theme: {ja: "テーマ", en: "Theme"}
//   organisation: {ja: "ただ一つの担い手", en: "The only organisation"}
//   sector: {ja: "分野", en: "Sector"}
//   serving: {ja: "域外から来る担い手の数", en: "Serving from elsewhere"}
//   openNeeds: {ja: "未解決の課題の数", en: "Open needs"}
// growth: {ja: "市町村とテーマの組ごとに、そのテーマの課題や担い手を調べるため。テーマの数は組織と共には増えない", en: "For each municipality and theme it looks through what is of the theme, and themes do not become more as organisations do"}
MATCH (topic:Theme)<-[:WORKS_ON]-(member:Organisation)-[:LOCATED_IN]->(spot:Municipality)-[:PART_OF*0..1]->(place:Municipality)
WHERE member.memberUntil IS NULL AND member.dissolvedOn IS NULL
  AND NOT EXISTS { (place)-[:PART_OF]->(:Municipality) }
  AND NOT EXISTS { (topic)<-[:BROADER]-(:Theme) }
WITH place, topic, collect(DISTINCT member) AS members
WHERE size(members) = 1
  AND ($municipality IS NULL OR $municipality IN [place.id, place.name])
  AND ($theme IS NULL OR EXISTS {
    MATCH (topic)-[:BROADER*0..]->(wide:Theme) WHERE $theme IN [wide.id, wide.name]
  })
WITH place, topic, members[0] AS only,
  COUNT {
    MATCH (place)<-[:PART_OF*0..1]-(:Municipality)<-[:SERVES]-(helper:Organisation)-[:WORKS_ON]->(topic)
    WHERE helper.memberUntil IS NULL AND helper.dissolvedOn IS NULL AND NOT helper IN members
    RETURN DISTINCT helper
  } AS serving,
  COUNT {
    MATCH (topic)<-[:ADDRESSES]-(need:Need)
    WHERE need.closedOn IS NULL
      AND (EXISTS { (need)-[:TAKES_PLACE_IN|PART_OF*1..2]->(place) }
        OR EXISTS { (need)<-[:HAS_NEED]-()-[:LOCATED_IN|PART_OF*0..2]->(place) })
    RETURN DISTINCT need
  } AS openNeeds
RETURN place.code AS code, place.name AS municipality, topic.name AS theme, only.name AS organisation,
       only.sector AS sector, serving, openNeeds
ORDER BY openNeeds DESC, serving, code, topic.id
LIMIT $limit
