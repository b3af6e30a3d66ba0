// title: {ja: "つながりのない会員", en: "Members without ties"}
// question: {ja: "連携にも関係にも加わっていない組織はどれか", en: "Which organisations take part in no collaboration and have no declared tie?"}
// columns:
//   organisation: {ja: "組織", en: "Organisation"}
//   sector: {ja: "分野", en: "Sector"}
//   municipality: {ja: "所在する市町村", en: "Municipality"}
MATCH (organisation:Organisation)
WHERE NOT EXISTS { (organisation)-[:PARTICIPATES_IN]->(:Collaboration)<-[:PARTICIPATES_IN]-(:Organisation) }
  AND NOT EXISTS { (organisation)-[:TIED_TO]-(:Organisation) }
OPTIONAL MATCH (organisation)-[:LOCATED_IN]->(municipality:Municipality)
RETURN organisation.name AS organisation, organisation.sector AS sector, municipality.name AS municipality
ORDER BY organisation.id
