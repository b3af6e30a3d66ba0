// title: {ja: "課題に合いそうな資源", en: "Resources for open needs"}
// question: {ja: "未解決の課題と同じテーマ・同じ市町村に、どの資源があるか", en: "Which resources share theme and municipality with an open need?"}
// columns:
//   need: {ja: "課題", en: "Need"}
//   municipality: {ja: "市町村", en: "Municipality"}
//   theme: {ja: "テーマ", en: "Theme"}
//   resource: {ja: "資源", en: "Resource"}
//   offeredBy: {ja: "提供者", en: "Offered by"}
MATCH (need:Need)-[:ADDRESSES]->(theme:Theme)<-[:ADDRESSES]-(resource:Resource)
WHERE need.closedOn IS NULL
MATCH (need)-[:TAKES_PLACE_IN]->(municipality:Municipality)<-[:TAKES_PLACE_IN]-(resource)
OPTIONAL MATCH (provider:Organisation|Municipality)-[:OFFERS]->(resource)
RETURN need.name AS need, municipality.name AS municipality, theme.name AS theme, resource.name AS resource,
       provider.name AS offeredBy
ORDER BY need, resource
