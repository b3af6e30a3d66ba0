// title: {ja: "連携のない市町村", en: "Municipalities without a collaboration"}
// question: {ja: "進行中や準備中の連携が一つも行われていない市町村はどこか", en: "In which municipalities does no collaboration take place that is active or planned?"}
// parameters:
//   wards: {type: boolean, default: false, ja: "政令指定都市の区も見るか", en: "Whether to look at the wards of designated cities too"}
// columns:
//   code: {ja: "団体コード", en: "Code"}
//   municipality: {ja: "市町村", en: "Municipality"}
//   organisations: {ja: "所在する組織の数", en: "Organisations there"}
//   elsewhere: {ja: "うち、よその連携に加わる数", en: "Of these joined elsewhere"}
//   ended: {ja: "終了した連携の数", en: "Collaborations that have ended"}
//   openNeeds: {ja: "未解決の課題の数", en: "Open needs"}
// example: {wards: true}
MATCH (place:Municipality)
WHERE ($wards OR NOT EXISTS { (place)-[:PART_OF]->(:Municipality) })
  AND NOT EXISTS {
    MATCH (place)<-[:PART_OF*0..1]-(:Municipality)<-[:TAKES_PLACE_IN]-(work:Collaboration)
    WHERE coalesce(work.status, 'active') <> 'ended'
  }
RETURN place.code AS code, place.name AS municipality,
  COUNT {
    MATCH (place)<-[:PART_OF*0..1]-(:Municipality)<-[:LOCATED_IN]-(member:Organisation)
    WHERE member.memberUntil IS NULL AND member.dissolvedOn IS NULL
    RETURN DISTINCT member
  } AS organisations,
  COUNT {
    MATCH (place)<-[:PART_OF*0..1]-(:Municipality)<-[:LOCATED_IN]-(member:Organisation)-[:PARTICIPATES_IN]->(work:Collaboration)
    WHERE member.memberUntil IS NULL AND member.dissolvedOn IS NULL
      AND coalesce(work.status, 'active') <> 'ended' AND EXISTS { (work)-[:TAKES_PLACE_IN]->(:Municipality) }
    RETURN DISTINCT member
  } AS elsewhere,
  COUNT {
    MATCH (place)<-[:PART_OF*0..1]-(:Municipality)<-[:TAKES_PLACE_IN]-(work:Collaboration {status: 'ended'})
    RETURN DISTINCT work
  } AS ended,
  COUNT {
    MATCH (place)<-[:PART_OF*0..1]-(:Municipality)<-[:TAKES_PLACE_IN]-(need:Need)
    WHERE need.closedOn IS NULL
    RETURN need
    UNION
    MATCH (place)<-[:PART_OF|LOCATED_IN*0..2]-(holder:Municipality|Organisation)-[:HAS_NEED]->(need:Need)
    WHERE need.closedOn IS NULL
    RETURN need
  } AS openNeeds
ORDER BY openNeeds DESC, organisations DESC, code
