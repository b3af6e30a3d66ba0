// title: {ja: "ある組織の相手", en: "Partners of an organisation"}
// question: {ja: "その組織は、だれと、どの連携や関係でつながっているか", en: "With whom is the organisation connected, and by which collaborations and ties?"}
// parameters:
//   organisation: {type: string, values: Organisation.id, ja: "組織", en: "Organisation"}
// columns:
//   partner: {ja: "相手", en: "Partner"}
//   sector: {ja: "分野", en: "Sector"}
//   municipality: {ja: "市町村", en: "Municipality"}
//   collaborations: {ja: "共に加わる連携", en: "Shared collaborations"}
//   tieKinds: {ja: "申告された関係", en: "Declared ties"}
// example: {organisation: ORG-104}
MATCH (one:Organisation {id: $organisation})
CALL (one) {
  MATCH (one)-[:PARTICIPATES_IN]->(work:Collaboration)<-[:PARTICIPATES_IN]-(met:Organisation)
  RETURN met, work.name AS collaboration, null AS kind
  UNION
  MATCH (one)-[tie:TIED_TO]-(met:Organisation)
  RETURN met, null AS collaboration, tie.kind AS kind
}
WITH met, collaboration, kind
ORDER BY collaboration, kind
WITH met, collect(collaboration) AS collaborations, collect(kind) AS tieKinds
RETURN met.name AS partner, met.sector AS sector,
       head(COLLECT { MATCH (met)-[:LOCATED_IN]->(place:Municipality) RETURN place.name ORDER BY place.code })
         AS municipality,
       collaborations, tieKinds
ORDER BY size(collaborations) + size(tieKinds) DESC, met.id
