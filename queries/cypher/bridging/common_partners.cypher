// title: {ja: "共通の相手", en: "Common partners"}
// question: {ja: "二つの組織を引き合わせられる、両方と連携や関係のある組織はどれか", en: "Which organisations have collaborations or ties with both of two organisations and could bring them together?"}
// parameters:
//   organisation: {type: string, values: Organisation.id, ja: "一方の組織", en: "One organisation"}
//   other: {type: string, values: Organisation.id, ja: "もう一方の組織", en: "The other organisation"}
// columns:
//   partner: {ja: "共通の相手", en: "Common partner"}
//   sector: {ja: "分野", en: "Sector"}
//   municipality: {ja: "市町村", en: "Municipality"}
//   withOrganisation: {ja: "一方との連携・関係", en: "With the one"}
//   withOther: {ja: "もう一方との連携・関係", en: "With the other"}
// example: {organisation: ORG-017, other: ORG-061}
MATCH (one:Organisation {id: $organisation})
CALL (one) {
  MATCH (one)-[:PARTICIPATES_IN]->(work:Collaboration)<-[:PARTICIPATES_IN]-(between:Organisation)
  RETURN between, work.name AS through
  UNION
  MATCH (one)-[tie:TIED_TO]-(between:Organisation)
  RETURN between, tie.kind AS through
}
WITH between, through
ORDER BY through
WITH between, collect(through) AS withOrganisation
WHERE between.id <> $other
CALL (between) {
  MATCH (between)-[:PARTICIPATES_IN]->(work:Collaboration)<-[:PARTICIPATES_IN]-(other:Organisation {id: $other})
  RETURN work.name AS through
  UNION
  MATCH (between)-[tie:TIED_TO]-(other:Organisation {id: $other})
  RETURN tie.kind AS through
}
WITH between, withOrganisation, through
ORDER BY through
WITH between, withOrganisation, collect(through) AS withOther
RETURN between.name AS partner, between.sector AS sector,
       head(COLLECT { MATCH (between)-[:LOCATED_IN]->(place:Municipality) RETURN place.name ORDER BY place.code })
         AS municipality,
       withOrganisation, withOther
ORDER BY size(withOrganisation) + size(withOther) DESC, between.id
