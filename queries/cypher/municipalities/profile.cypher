// title: {ja: "市町村の概況", en: "Municipalities at a glance"}
// question: {ja: "各市町村に、担い手・連携・課題・資源・つながりの場はそれぞれいくつあるか", en: "How many organisations, collaborations, needs, resources and places to meet has each municipality?"}
// parameters:
//   municipality: {type: string, default: null, values: Municipality.name, ja: "市町村。区は市に含める", en: "A municipality that is part of no other; wards count for their city"}
//   day: {type: date, default: null, ja: "資源が使えるかを見る日。省くと今日", en: "Day on which resources have to be available; today when left out"}
// columns:
//   code: {ja: "団体コード", en: "Code"}
//   municipality: {ja: "市町村", en: "Municipality"}
//   kind: {ja: "種別", en: "Kind"}
//   organisations: {ja: "所在する組織の数", en: "Organisations there"}
//   serving: {ja: "域外から来る組織の数", en: "Serving from elsewhere"}
//   collaborations: {ja: "連携の数(終了を除く)", en: "Collaborations (not ended)"}
//   openNeeds: {ja: "未解決の課題の数", en: "Open needs"}
//   resources: {ja: "使える資源の数", en: "Available resources"}
//   places: {ja: "つながりの場の数", en: "Places to meet"}
// example: {day: 2026-03-31}
MATCH (place:Municipality)
WHERE NOT EXISTS { (place)-[:PART_OF]->(:Municipality) }
  AND ($municipality IS NULL OR $municipality IN [place.id, place.name])
RETURN place.code AS code, place.name AS municipality, place.kind AS kind,
  COUNT {
    MATCH (place)<-[:PART_OF*0..1]-(:Municipality)<-[:LOCATED_IN]-(member:Organisation)
    WHERE member.memberUntil IS NULL AND member.dissolvedOn IS NULL
    RETURN DISTINCT member
  } AS organisations,
  COUNT {
    MATCH (place)<-[:PART_OF*0..1]-(:Municipality)<-[:SERVES]-(helper:Organisation)
    WHERE helper.memberUntil IS NULL AND helper.dissolvedOn IS NULL
      AND NOT EXISTS { (helper)-[:LOCATED_IN]->(:Municipality)-[:PART_OF*0..1]->(place) }
    RETURN DISTINCT helper
  } AS serving,
  COUNT {
    MATCH (place)<-[:PART_OF*0..1]-(:Municipality)<-[:TAKES_PLACE_IN]-(work:Collaboration)
    WHERE coalesce(work.status, 'active') <> 'ended'
    RETURN DISTINCT work
  } AS collaborations,
  COUNT {
    MATCH (place)<-[:PART_OF*0..1]-(:Municipality)<-[:TAKES_PLACE_IN]-(need:Need)
    WHERE need.closedOn IS NULL
    RETURN need
    UNION
    MATCH (place)<-[:PART_OF|LOCATED_IN*0..2]-(holder:Municipality|Organisation)-[:HAS_NEED]->(need:Need)
    WHERE need.closedOn IS NULL
    RETURN need
  } AS openNeeds,
  COUNT {
    MATCH (place)<-[:PART_OF*0..1]-(:Municipality)<-[:TAKES_PLACE_IN]-(offered:Resource)
    WHERE coalesce(offered.availableFrom, coalesce($day, date())) <= coalesce($day, date())
      AND coalesce(offered.availableUntil, coalesce($day, date())) >= coalesce($day, date())
    RETURN DISTINCT offered
  } AS resources,
  COUNT {
    MATCH (place)<-[:PART_OF*0..1]-(:Municipality)<-[:TAKES_PLACE_IN]-(venue:Place)
    RETURN DISTINCT venue
  } AS places
ORDER BY code
