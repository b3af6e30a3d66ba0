// title: {ja: "まもなく使えなくなる資源", en: "Resources that end soon"}
// question: {ja: "決まった日数のうちに利用期間が終わる資源はどれで、同じテーマの課題はまだ残っているか(テーマが複数なら、テーマごとに1行)", en: "Which resources stop being available within some days, and are needs of their theme still open? (A row for each theme of a resource.)"}
// parameters:
//   day: {type: date, default: null, ja: "起点の日。省くと今日", en: "Day to count from; today when left out"}
//   days: {type: integer, default: 90, least: 0, ja: "日数", en: "Number of days"}
// columns:
//   resource: {ja: "資源", en: "Resource"}
//   kind: {ja: "種別", en: "Kind"}
//   availableUntil: {ja: "利用終了日", en: "Available until"}
//   daysLeft: {ja: "残りの日数", en: "Days left"}
//   offeredBy: {ja: "提供者", en: "Offered by"}
//   theme: {ja: "テーマ", en: "Theme"}
//   openNeeds: {ja: "未解決の課題の数", en: "Open needs"}
//   otherResources: {ja: "その後も使える資源の数", en: "Resources that stay"}
// example: {day: 2026-03-31}
WITH coalesce($day, date()) AS day
MATCH (offered:Resource)
WHERE day <= offered.availableUntil <= day + duration({days: $days}) AND coalesce(offered.availableFrom, day) <= day
OPTIONAL MATCH (offered)-[:ADDRESSES]->(topic:Theme)
WITH day, topic, collect(DISTINCT offered) AS ending
WITH day, topic, ending,
  COUNT {
    MATCH (topic)<-[:ADDRESSES]-(asked:Need)
    WHERE asked.closedOn IS NULL
    RETURN DISTINCT asked
  } AS openNeeds,
  COUNT {
    MATCH (topic)<-[:ADDRESSES]-(other:Resource)
    WHERE coalesce(other.availableFrom, day) <= day
      AND coalesce(other.availableUntil > day + duration({days: $days}), true)
    RETURN DISTINCT other
  } AS otherResources
UNWIND ending AS offered
RETURN offered.name AS resource, offered.kind AS kind, offered.availableUntil AS availableUntil,
  duration.inDays(day, offered.availableUntil).days AS daysLeft,
  COLLECT { MATCH (offered)<-[:OFFERS]-(owner) RETURN owner.name ORDER BY owner.id } AS offeredBy,
  topic.name AS theme, openNeeds, otherResources
ORDER BY availableUntil, offered.id, topic.id
