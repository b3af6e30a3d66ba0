// title: {ja: "隣の市町村にある資源", en: "Resources next door"}
// question: {ja: "自らの市町村に合う資源のない未解決の課題に、隣の市町村の空いた資源を使えないか", en: "Which free resources of a neighbouring municipality could serve an open need whose own has none of the theme?"}
// parameters:
//   theme: {type: string, default: null, values: Theme.name, ja: "テーマ。上位のテーマなら、その下位のテーマすべて", en: "A theme; of a broad one, all its narrower ones"}
//   day: {type: date, default: null, ja: "資源が使えるかを見る日。省くと今日", en: "Day on which resources have to be available; today when left out"}
//   limit: {type: integer, default: 20, least: 1, ja: "行数", en: "Number of rows"}
// columns:
//   need: {ja: "課題", en: "Need"}
//   municipality: {ja: "課題の市町村", en: "Municipality of the need"}
//   theme: {ja: "テーマ", en: "Theme"}
//   amount: {ja: "必要量", en: "Amount needed"}
//   resource: {ja: "資源", en: "Resource"}
//   kind: {ja: "資源の種別", en: "Kind of resource"}
//   capacity: {ja: "容量", en: "Capacity"}
//   neighbour: {ja: "資源のある隣の市町村", en: "Neighbour with it"}
//   offeredBy: {ja: "提供者", en: "Offered by"}
// example: {day: 2026-03-31}
WITH coalesce($day, date()) AS day
MATCH (topic:Theme)<-[:ADDRESSES]-(offered:Resource)-[:TAKES_PLACE_IN]->(:Municipality)-[:PART_OF*0..1]->(seat:Municipality)
WHERE NOT EXISTS { (seat)-[:PART_OF]->(:Municipality) } AND ($theme IS NULL OR EXISTS {
    MATCH (topic)-[:BROADER*0..]->(wide:Theme) WHERE $theme IN [wide.id, wide.name]
  })
  AND coalesce(offered.availableFrom, day) <= day AND coalesce(offered.availableUntil, day) >= day
  AND NOT EXISTS { MATCH (offered)<-[taken:MATCHED_WITH]-(:Need) WHERE taken.status IN ['accepted', 'done'] }
  AND (NOT EXISTS { (offered)<-[:OFFERS]-() } OR EXISTS {
    MATCH (offered)<-[:OFFERS]-(owner) WHERE owner.memberUntil IS NULL AND owner.dissolvedOn IS NULL
  })
WITH topic, seat, collect(DISTINCT offered) AS offers
WITH topic, collect(seat) AS seats, collect({seat: seat, offers: offers}) AS cells
UNWIND cells AS cell
WITH topic, seats, cell.seat AS nearby, cell.offers AS offers
MATCH (nearby)-[:ADJACENT_TO]-(place:Municipality)
WHERE NOT place IN seats
WITH DISTINCT topic, place, nearby, offers
MATCH (topic)<-[:ADDRESSES]-(asked:Need)
WHERE asked.closedOn IS NULL AND EXISTS { (asked)-[:TAKES_PLACE_IN|PART_OF*1..2]->(place) }
UNWIND offers AS offered
WITH asked, topic, place, nearby, offered
ORDER BY asked.openedOn, asked.id, topic.id, place.code, nearby.code, offered.id
LIMIT $limit
RETURN asked.name AS need, place.name AS municipality, topic.name AS theme, asked.amount AS amount,
  offered.name AS resource, offered.kind AS kind, offered.capacity AS capacity, nearby.name AS neighbour,
  COLLECT { MATCH (offered)<-[:OFFERS]-(owner) RETURN owner.name ORDER BY owner.id } AS offeredBy
ORDER BY asked.openedOn, asked.id, topic.id, place.code, nearby.code, offered.id
