// title: {ja: "他の市町村から来る担い手", en: "Served from elsewhere"}
// question: {ja: "どの市町村で、どの市町村の組織が活動しているか", en: "Organisations of which municipalities are active in which others?"}
// parameters:
//   municipality: {type: string, default: null, values: Municipality.name, ja: "活動を受ける市町村。区は市に含める", en: "The municipality that is served; wards count for their city"}
//   limit: {type: integer, default: 20, least: 1, ja: "行数", en: "Number of rows"}
// columns:
//   code: {ja: "団体コード", en: "Code"}
//   municipality: {ja: "活動を受ける市町村", en: "Municipality that is served"}
//   fromCode: {ja: "所在地の団体コード", en: "Code of where they are located"}
//   fromMunicipality: {ja: "所在する市町村", en: "Municipality where they are located"}
//   organisations: {ja: "組織の数", en: "Number of organisations"}
//   newThemes: {ja: "うち、活動を受ける市町村に担い手のいないテーマの数", en: "Themes they bring that nobody located there works on"}
MATCH (place:Municipality)<-[:PART_OF*0..1]-(:Municipality)<-[:SERVES]-(helper:Organisation)
      -[:LOCATED_IN]->(:Municipality)-[:PART_OF*0..1]->(home:Municipality)
WHERE place <> home AND helper.memberUntil IS NULL AND helper.dissolvedOn IS NULL
  AND NOT EXISTS { (place)-[:PART_OF]->(:Municipality) } AND NOT EXISTS { (home)-[:PART_OF]->(:Municipality) }
  AND ($municipality IS NULL OR $municipality IN [place.id, place.name])
WITH place, home, collect(DISTINCT helper) AS helpers
RETURN place.code AS code, place.name AS municipality, home.code AS fromCode, home.name AS fromMunicipality,
  size(helpers) AS organisations,
  COUNT {
    UNWIND helpers AS helper
    MATCH (helper)-[:WORKS_ON]->(topic:Theme)
    WHERE NOT EXISTS {
      MATCH (topic)<-[:WORKS_ON]-(member:Organisation)-[:LOCATED_IN]->(:Municipality)-[:PART_OF*0..1]->(place)
      WHERE member.memberUntil IS NULL AND member.dissolvedOn IS NULL
    }
    RETURN DISTINCT topic
  } AS newThemes
ORDER BY organisations DESC, newThemes DESC, code, fromCode
LIMIT $limit
