// title: {ja: "つながりのない会員", en: "Members without ties"}
// question: {ja: "連携にも関係にも加わっていない組織はどれか", en: "Which organisations take part in no collaboration and have no declared tie?"}
// columns:
//   organisation: {ja: "組織", en: "Organisation"}
//   sector: {ja: "分野", en: "Sector"}
//   municipality: {ja: "所在する市町村", en: "Municipality"}
MATCH (member:Organisation)
WHERE NOT EXISTS { (member)-[:PARTICIPATES_IN]->(:Collaboration)<-[:PARTICIPATES_IN]-(:Organisation) }
  AND NOT EXISTS { (member)-[:TIED_TO]-(:Organisation) }
OPTIONAL MATCH (member)-[:LOCATED_IN]->(place:Municipality)
RETURN member.name AS organisation, member.sector AS sector, place.name AS municipality
ORDER BY member.id
