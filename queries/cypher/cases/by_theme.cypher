// title: {ja: "テーマごとの事例", en: "Cases by theme"}
// question: {ja: "事例のないテーマ、古い事例しかないテーマはどれか（下位のテーマを含めて数える）", en: "Which themes have no case, or old ones only, narrower themes counted with them?"}
// columns:
//   theme: {ja: "テーマ", en: "Theme"}
//   broader: {ja: "上位のテーマ", en: "Broader theme"}
//   cases: {ja: "事例の数", en: "Cases"}
//   latestYear: {ja: "最新の事例の年", en: "Newest case"}
//   openNeeds: {ja: "未解決の課題の数", en: "Open needs"}
MATCH (topic:Theme)
RETURN topic.name AS theme,
       head(COLLECT { MATCH (topic)-[:BROADER]->(wider:Theme) RETURN wider.name ORDER BY wider.id }) AS broader,
       COUNT { MATCH (topic)<-[:BROADER*0..]-(:Theme)<-[:ADDRESSES]-(case:Case) RETURN DISTINCT case } AS cases,
       head(COLLECT {
         MATCH (topic)<-[:BROADER*0..]-(:Theme)<-[:ADDRESSES]-(case:Case) WHERE case.year IS NOT NULL
         RETURN case.year ORDER BY case.year DESC LIMIT 1
       }) AS latestYear,
       COUNT {
         MATCH (topic)<-[:BROADER*0..]-(:Theme)<-[:ADDRESSES]-(need:Need) WHERE need.closedOn IS NULL
         RETURN DISTINCT need
       } AS openNeeds
ORDER BY cases, openNeeds DESC, topic.id
