// title: {ja: "テーマごとの担い手", en: "Organisations by theme"}
// question: {ja: "各テーマに取り組む組織はいくつで、いくつの市町村に所在するか", en: "How many organisations work on each theme, and in how many municipalities are they located?"}
// columns:
//   theme: {ja: "テーマ", en: "Theme"}
//   organisations: {ja: "組織の数", en: "Number of organisations"}
//   municipalities: {ja: "所在する市町村の数", en: "Number of municipalities they are located in"}
MATCH (topic:Theme)
OPTIONAL MATCH (topic)<-[:WORKS_ON]-(member:Organisation)
WHERE member.memberUntil IS NULL
OPTIONAL MATCH (member)-[:LOCATED_IN]->(place:Municipality)
WITH topic, count(DISTINCT member) AS organisations, count(DISTINCT place) AS municipalities
RETURN topic.name AS theme, organisations, municipalities
ORDER BY organisations DESC, topic.id
