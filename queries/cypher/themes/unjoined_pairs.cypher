// title: {ja: "連携で結ばれていないテーマの組", en: "Themes not joined by a collaboration"}
// question: {ja: "両方に取り組む組織が多いのに、両方を扱う連携が一つもないのはどのテーマの組か", en: "Which two themes do many organisations both work on, while no collaboration addresses both?"}
// parameters:
//   organisations: {type: integer, default: 3, least: 1, ja: "両方に取り組む組織の最少の数", en: "Least number of organisations that work on both"}
//   limit: {type: integer, default: 20, least: 1, ja: "行数", en: "Number of rows"}
// columns:
//   theme: {ja: "テーマ", en: "Theme"}
//   otherTheme: {ja: "もう一方のテーマ", en: "Other theme"}
//   organisations: {ja: "両方に取り組む組織の数", en: "Organisations on both"}
//   municipalities: {ja: "所在する市町村の数", en: "Municipalities of theirs"}
MATCH (one:Theme)<-[:WORKS_ON]-(member:Organisation)-[:WORKS_ON]->(other:Theme)
WHERE one.id < other.id AND member.memberUntil IS NULL AND member.dissolvedOn IS NULL
WITH one, other, collect(DISTINCT member) AS members
WHERE size(members) >= $organisations
  AND NOT EXISTS { (one)<-[:ADDRESSES]-(:Collaboration)-[:ADDRESSES]->(other) }
WITH one, other, members, size(members) AS organisations
UNWIND members AS member
OPTIONAL MATCH (member)-[:LOCATED_IN]->(spot:Municipality)
OPTIONAL MATCH (spot)-[:PART_OF]->(city:Municipality)
WITH one, other, organisations, count(DISTINCT coalesce(city, spot)) AS municipalities
RETURN one.name AS theme, other.name AS otherTheme, organisations, municipalities
ORDER BY organisations DESC, one.id, other.id
LIMIT $limit
