// title: {ja: "テーマごとの担い手", en: "Organisations by theme"}
// question: {ja: "各テーマに取り組む組織はいくつで、いくつの市町村に所在するか", en: "How many organisations work on each theme, and in how many municipalities are they located?"}
// columns:
//   theme: {ja: "テーマ", en: "Theme"}
//   organisations: {ja: "組織の数", en: "Number of organisations"}
//   municipalities: {ja: "所在する市町村の数", en: "Number of municipalities they are located in"}
MATCH (theme:Theme)
OPTIONAL MATCH (theme)<-[:WORKS_ON]-(organisation:Organisation)
WHERE organisation.memberUntil IS NULL
OPTIONAL MATCH (organisation)-[:LOCATED_IN]->(municipality:Municipality)
RETURN theme.name AS theme,
       count(DISTINCT organisation) AS organisations,
       count(DISTINCT municipality) AS municipalities
ORDER BY organisations DESC, theme
