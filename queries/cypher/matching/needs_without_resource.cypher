// title: {ja: "合う資源が県内にない課題", en: "Needs that no resource serves"}
// question: {ja: "同じテーマか上位・下位のテーマの空いた資源が、どの市町村にもない未解決の課題はどれか(同じテーマの使えない資源があれば、その数と最後の利用終了日も)", en: "For which open needs is no free resource of the theme, or of one above or below it, anywhere? (With the resources of the same theme that are not free, and the last day of one of them.)"}
// parameters:
//   day: {type: date, default: null, ja: "資源が使えるかを見る日。省くと今日", en: "Day on which resources have to be available; today when left out"}
// columns:
//   need: {ja: "課題", en: "Need"}
//   theme: {ja: "テーマ", en: "Theme"}
//   openedOn: {ja: "登録日", en: "Opened on"}
//   amount: {ja: "必要量", en: "Amount needed"}
//   municipalities: {ja: "市町村", en: "Municipalities"}
//   holders: {ja: "申告した組織・市町村", en: "Whose need it is"}
//   registered: {ja: "使えない資源の数", en: "Resources not free"}
//   lastAvailable: {ja: "その最後の利用終了日", en: "Last available until"}
// example: {day: 2026-03-31}
WITH coalesce($day, date()) AS day
MATCH (topic:Theme)
WHERE NOT EXISTS {
  MATCH (topic)-[:BROADER*0..]->(:Theme)<-[:ADDRESSES]-(offered:Resource)
  WHERE coalesce(offered.availableFrom, day) <= day AND coalesce(offered.availableUntil, day) >= day
    AND NOT EXISTS { MATCH (offered)<-[taken:MATCHED_WITH]-(:Need) WHERE taken.status IN ['accepted', 'done'] }
    AND (NOT EXISTS { (offered)<-[:OFFERS]-() } OR EXISTS {
      MATCH (offered)<-[:OFFERS]-(owner) WHERE owner.memberUntil IS NULL AND owner.dissolvedOn IS NULL
    })
} AND NOT EXISTS {
  MATCH (topic)<-[:BROADER*0..]-(:Theme)<-[:ADDRESSES]-(offered:Resource)
  WHERE coalesce(offered.availableFrom, day) <= day AND coalesce(offered.availableUntil, day) >= day
    AND NOT EXISTS { MATCH (offered)<-[taken:MATCHED_WITH]-(:Need) WHERE taken.status IN ['accepted', 'done'] }
    AND (NOT EXISTS { (offered)<-[:OFFERS]-() } OR EXISTS {
      MATCH (offered)<-[:OFFERS]-(owner) WHERE owner.memberUntil IS NULL AND owner.dissolvedOn IS NULL
    })
}
OPTIONAL MATCH (topic)<-[:ADDRESSES]-(past:Resource)
WITH topic, count(DISTINCT past) AS registered, max(past.availableUntil) AS lastAvailable
MATCH (topic)<-[:ADDRESSES]-(asked:Need)
WHERE asked.closedOn IS NULL
RETURN asked.name AS need, topic.name AS theme, asked.openedOn AS openedOn, asked.amount AS amount,
  COLLECT { MATCH (asked)-[:TAKES_PLACE_IN]->(place:Municipality) RETURN place.name ORDER BY place.code } AS municipalities,
  COLLECT { MATCH (asked)<-[:HAS_NEED]-(holder) RETURN holder.name ORDER BY holder.id } AS holders,
  registered, lastAvailable
ORDER BY openedOn, asked.id, topic.id
