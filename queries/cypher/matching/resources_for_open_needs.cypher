// title: {ja: "課題に合いそうな資源", en: "Resources for open needs"}
// question: {ja: "未解決の課題と同じテーマ・同じ市町村に、どの資源が空いているか(区は市に含める。組合せの状態の空欄は未提案)", en: "Which free resources share theme and municipality with an open need? (Wards count for their city; no state of the match: nobody has proposed it.)"}
// parameters:
//   theme: {type: string, default: null, values: Theme.name, ja: "テーマ。上位のテーマなら、その下位のテーマすべて", en: "A theme; of a broad one, all its narrower ones"}
//   day: {type: date, default: null, ja: "資源が使えるかを見る日。省くと今日", en: "Day on which resources have to be available; today when left out"}
//   limit: {type: integer, default: 100, least: 1, ja: "行数", en: "Number of rows"}
// columns:
//   need: {ja: "課題", en: "Need"}
//   openedOn: {ja: "登録日", en: "Opened on"}
//   municipality: {ja: "市町村", en: "Municipality"}
//   theme: {ja: "テーマ", en: "Theme"}
//   amount: {ja: "必要量", en: "Amount needed"}
//   resource: {ja: "資源", en: "Resource"}
//   kind: {ja: "資源の種別", en: "Kind of resource"}
//   capacity: {ja: "容量", en: "Capacity"}
//   availableUntil: {ja: "利用終了日", en: "Available until"}
//   offeredBy: {ja: "提供者", en: "Offered by"}
//   status: {ja: "組合せの状態", en: "State of the match"}
// example: {day: 2026-03-31}
WITH coalesce($day, date()) AS day
MATCH (topic:Theme)<-[:ADDRESSES]-(offered:Resource)-[:TAKES_PLACE_IN]->(:Municipality)-[:PART_OF*0..1]->(place:Municipality)
WHERE NOT EXISTS { (place)-[:PART_OF]->(:Municipality) } AND ($theme IS NULL OR EXISTS {
    MATCH (topic)-[:BROADER*0..]->(wide:Theme) WHERE $theme IN [wide.id, wide.name]
  })
  AND coalesce(offered.availableFrom, day) <= day AND coalesce(offered.availableUntil, day) >= day
  AND NOT EXISTS { MATCH (offered)<-[taken:MATCHED_WITH]-(:Need) WHERE taken.status IN ['accepted', 'done'] }
  AND (NOT EXISTS { (offered)<-[:OFFERS]-() } OR EXISTS {
    MATCH (offered)<-[:OFFERS]-(owner) WHERE owner.memberUntil IS NULL AND owner.dissolvedOn IS NULL
  })
WITH topic, place, collect(DISTINCT offered) AS offers
MATCH (topic)<-[:ADDRESSES]-(asked:Need)
WHERE asked.closedOn IS NULL AND EXISTS { (asked)-[:TAKES_PLACE_IN|PART_OF*1..2]->(place) }
UNWIND offers AS offered
WITH asked, topic, place, offered
ORDER BY asked.openedOn, asked.id, topic.id, place.code, offered.id
LIMIT $limit
OPTIONAL MATCH (asked)-[pairing:MATCHED_WITH]->(offered)
RETURN asked.name AS need, asked.openedOn AS openedOn, place.name AS municipality, topic.name AS theme,
  asked.amount AS amount, offered.name AS resource, offered.kind AS kind, offered.capacity AS capacity,
  offered.availableUntil AS availableUntil,
  COLLECT { MATCH (offered)<-[:OFFERS]-(owner) RETURN owner.name ORDER BY owner.id } AS offeredBy, pairing.status AS status
ORDER BY openedOn, asked.id, topic.id, place.code, offered.id
