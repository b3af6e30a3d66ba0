// title: {ja: "他の市町村から来る担い手", en: "Served from elsewhere"}
// question: {ja: "どの市町村で、どの市町村の組織が活動し、そこに所在する担い手のいないテーマをいくつもたらしているか", en: "Organisations of which municipalities are active in which others, and how many themes do they bring that nobody located there works on?"}
// parameters:
//   municipality: {type: string, default: null, values: Municipality.name, ja: "活動を受ける市町村。区は市に含める", en: "The municipality that is served; wards count for their city"}
//   limit: {type: integer, default: 20, least: 1, ja: "行数", en: "Number of rows"}
// columns:
//   code: {ja: "団体コード", en: "Code"}
//   municipality: {ja: "活動を受ける市町村", en: "Municipality served"}
//   fromCode: {ja: "所在地の団体コード", en: "Code of their seat"}
//   fromMunicipality: {ja: "所在する市町村", en: "Their seat"}
//   organisations: {ja: "組織の数", en: "Number of organisations"}
//   newThemes: {ja: "もたらすテーマの数", en: "Themes they bring"}
MATCH (place:Municipality)
WHERE NOT EXISTS { (place)-[:PART_OF]->(:Municipality) }
  AND ($municipality IS NULL OR $municipality IN [place.id, place.name])
CALL (place) {
  MATCH (place)<-[:PART_OF*0..1]-(:Municipality)<-[:LOCATED_IN]-(member:Organisation)-[:WORKS_ON]->(topic:Theme)
  WHERE member.memberUntil IS NULL AND member.dissolvedOn IS NULL
  RETURN collect(DISTINCT topic) AS own
}
MATCH (place)<-[:PART_OF*0..1]-(:Municipality)<-[:SERVES]-(helper:Organisation)
      -[:LOCATED_IN]->(:Municipality)-[:PART_OF*0..1]->(home:Municipality)
WHERE place <> home AND NOT EXISTS { (home)-[:PART_OF]->(:Municipality) }
  AND helper.memberUntil IS NULL AND helper.dissolvedOn IS NULL
OPTIONAL MATCH (helper)-[:WORKS_ON]->(topic:Theme)
WITH place, own, home, count(DISTINCT helper) AS organisations, collect(DISTINCT topic) AS brought
RETURN place.code AS code, place.name AS municipality, home.code AS fromCode, home.name AS fromMunicipality,
       organisations, size([topic IN brought WHERE NOT topic IN own]) AS newThemes
ORDER BY organisations DESC, newThemes DESC, code, fromCode
LIMIT $limit
