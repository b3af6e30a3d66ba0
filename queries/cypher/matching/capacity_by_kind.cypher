// title: {ja: "種別ごとの資源と容量", en: "Resources and capacity by kind"}
// question: {ja: "場所・人材・資金・知識・物品の資源はいくつ使え、その容量のうちどれだけが空いているか(容量の単位は種別による)", en: "How many resources of each kind are available, and how much of their capacity, in the unit of the kind, is free?"}
// parameters:
//   day: {type: date, default: null, ja: "資源が使えるかを見る日。省くと今日", en: "Day on which resources have to be available; today when left out"}
// columns:
//   kind: {ja: "種別", en: "Kind"}
//   resources: {ja: "登録された資源の数", en: "Resources on record"}
//   available: {ja: "使える資源の数", en: "Available resources"}
//   taken: {ja: "うち承諾・実施済みの数", en: "Of these accepted or done"}
//   capacity: {ja: "使える容量の合計", en: "Available capacity"}
//   freeCapacity: {ja: "うち空いている容量", en: "Of this free"}
//   providers: {ja: "提供者の数", en: "Providers"}
//   municipalities: {ja: "ある市町村の数", en: "Municipalities with some"}
// example: {day: 2026-03-31}
WITH coalesce($day, date()) AS day
MATCH (offered:Resource)
WITH offered, coalesce(offered.availableFrom, day) <= day AND coalesce(offered.availableUntil, day) >= day AS available,
     EXISTS { MATCH (offered)<-[pairing:MATCHED_WITH]-(:Need) WHERE pairing.status IN ['accepted', 'done'] } AS taken
WITH offered.kind AS kind, count(*) AS resources, collect(CASE WHEN available THEN offered END) AS usable,
     sum(CASE WHEN available AND taken THEN 1 ELSE 0 END) AS taken,
     sum(CASE WHEN available AND NOT taken THEN coalesce(offered.capacity, 0.0) ELSE 0.0 END) AS freeCapacity
RETURN kind, resources, size(usable) AS available, taken,
  reduce(total = 0.0, offered IN usable | total + coalesce(offered.capacity, 0.0)) AS capacity, freeCapacity,
  COUNT { UNWIND usable AS offered MATCH (offered)<-[:OFFERS]-(owner) RETURN DISTINCT owner } AS providers,
  COUNT {
    UNWIND usable AS offered
    MATCH (offered)-[:TAKES_PLACE_IN]->(:Municipality)-[:PART_OF*0..1]->(place:Municipality)
    WHERE NOT EXISTS { (place)-[:PART_OF]->(:Municipality) }
    RETURN DISTINCT place
  } AS municipalities
ORDER BY available DESC, kind
