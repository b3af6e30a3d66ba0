// title: {ja: "課題に合いそうな資源", en: "Resources for open needs"}
// question: {ja: "未解決の課題と同じテーマ・同じ市町村に、どの資源があるか", en: "Which resources share theme and municipality with an open need?"}
// columns:
//   need: {ja: "課題", en: "Need"}
//   municipality: {ja: "市町村", en: "Municipality"}
//   theme: {ja: "テーマ", en: "Theme"}
//   resource: {ja: "資源", en: "Resource"}
//   offeredBy: {ja: "提供者", en: "Offered by"}
MATCH (asked:Need)-[:ADDRESSES]->(topic:Theme)<-[:ADDRESSES]-(offered:Resource)
WHERE asked.closedOn IS NULL
MATCH (asked)-[:TAKES_PLACE_IN]->(place:Municipality)<-[:TAKES_PLACE_IN]-(offered)
OPTIONAL MATCH (provider:Organisation|Municipality)-[:OFFERS]->(offered)
RETURN asked.name AS need, place.name AS municipality, topic.name AS theme, offered.name AS resource,
       provider.name AS offeredBy
ORDER BY asked.id, topic.id, place.code, offered.id, provider.id
