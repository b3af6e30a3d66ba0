// title: {ja: "生かされていない資源", en: "Resources matched with nothing"}
// question: {ja: "使えるのに、どの課題にも提案されていない資源はどれか(テーマや市町村が複数なら、その組ごとに1行。区は市に含め、課題は未解決のもの)", en: "Which available resources have been proposed for no need? (A row for each theme and municipality of a resource; wards count for their city.)"}
// parameters:
//   kind: {type: string, default: null, values: Resource.kind, ja: "資源の種別", en: "Kind of resource"}
//   theme: {type: string, default: null, values: Theme.name, ja: "テーマ。上位のテーマなら、その下位のテーマすべて", en: "A theme; of a broad one, all its narrower ones"}
//   day: {type: date, default: null, ja: "資源が使えるかを見る日。省くと今日", en: "Day on which resources have to be available; today when left out"}
//   limit: {type: integer, default: 20, least: 1, ja: "行数", en: "Number of rows"}
// columns:
//   resource: {ja: "資源", en: "Resource"}
//   kind: {ja: "種別", en: "Kind"}
//   capacity: {ja: "容量", en: "Capacity"}
//   availableUntil: {ja: "利用終了日", en: "Available until"}
//   offeredBy: {ja: "提供者", en: "Offered by"}
//   theme: {ja: "テーマ", en: "Theme"}
//   municipality: {ja: "市町村", en: "Municipality"}
//   openNeeds: {ja: "同じテーマの課題の数", en: "Open needs of the theme"}
//   openNeedsHere: {ja: "うち同じ市町村の数", en: "Of these there"}
// example: {kind: people, day: 2026-03-31}
WITH coalesce($day, date()) AS day
MATCH (offered:Resource)
WHERE ($kind IS NULL OR offered.kind = $kind)
  AND coalesce(offered.availableFrom, day) <= day AND coalesce(offered.availableUntil, day) >= day
  AND NOT EXISTS { MATCH (offered)<-[pairing:MATCHED_WITH]-(:Need) WHERE pairing.status <> 'rejected' }
  AND (NOT EXISTS { (offered)<-[:OFFERS]-() } OR EXISTS {
    MATCH (offered)<-[:OFFERS]-(owner) WHERE owner.memberUntil IS NULL AND owner.dissolvedOn IS NULL
  })
OPTIONAL MATCH (offered)-[:ADDRESSES]->(topic:Theme)
OPTIONAL MATCH (offered)-[:TAKES_PLACE_IN]->(spot:Municipality)
OPTIONAL MATCH (spot)-[:PART_OF]->(city:Municipality)
WITH topic, coalesce(city, spot) AS place, collect(DISTINCT offered) AS idle
WHERE $theme IS NULL OR EXISTS {
    MATCH (topic)-[:BROADER*0..]->(wide:Theme) WHERE $theme IN [wide.id, wide.name]
  }
WITH topic, collect({place: place, idle: idle}) AS cells
WITH topic, cells, COUNT {
    MATCH (topic)<-[:ADDRESSES]-(asked:Need)
    WHERE asked.closedOn IS NULL
    RETURN DISTINCT asked
  } AS openNeeds
UNWIND cells AS cell
WITH topic, openNeeds, cell.place AS place, cell.idle AS idle
WITH topic, openNeeds, place, idle, COUNT {
    MATCH (topic)<-[:ADDRESSES]-(asked:Need)
    WHERE asked.closedOn IS NULL AND EXISTS { (asked)-[:TAKES_PLACE_IN|PART_OF*1..2]->(place) }
    RETURN DISTINCT asked
  } AS openNeedsHere
UNWIND idle AS offered
WITH topic, openNeeds, place, openNeedsHere, offered
ORDER BY openNeedsHere DESC, openNeeds DESC, offered.id, topic.id, place.code
LIMIT $limit
RETURN offered.name AS resource, offered.kind AS kind, offered.capacity AS capacity,
  offered.availableUntil AS availableUntil,
  COLLECT { MATCH (offered)<-[:OFFERS]-(owner) RETURN owner.name ORDER BY owner.id } AS offeredBy,
  topic.name AS theme, place.name AS municipality, openNeeds, openNeedsHere
ORDER BY openNeedsHere DESC, openNeeds DESC, offered.id, topic.id, place.code
