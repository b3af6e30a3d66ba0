// title: {ja: "広い地域とつながる組織", en: "Organisations that join most municipalities"}
// question: {ja: "連携を通じて最も多くの市町村の組織とつながっているのはどの組織か（行政区は市に含める）", en: "Which organisations share collaborations with partners in most municipalities, wards counted as their city?"}
// parameters:
//   sector: {type: string, default: null, values: Organisation.sector, ja: "この分野の組織だけ", en: "Only organisations of this sector"}
//   limit: {type: integer, default: 20, least: 1, ja: "行数", en: "Number of rows"}
// columns:
//   organisation: {ja: "組織", en: "Organisation"}
//   sector: {ja: "分野", en: "Sector"}
//   municipalities: {ja: "相手の市町村数", en: "Partners' municipalities"}
//   partners: {ja: "連携相手の数", en: "Partners"}
// example: {sector: nonprofit}
MATCH (partner:Organisation)
OPTIONAL MATCH (partner)-[:LOCATED_IN]->(place:Municipality)
OPTIONAL MATCH (place)-[:PART_OF]->(city:Municipality)
WITH partner, coalesce(city, place) AS whole
MATCH (partner)-[:PARTICIPATES_IN]->(:Collaboration)<-[:PARTICIPATES_IN]-(member:Organisation)
WHERE $sector IS NULL OR member.sector = $sector
WITH member, count(DISTINCT whole) AS municipalities, count(DISTINCT partner) AS partners
RETURN member.name AS organisation, member.sector AS sector, municipalities, partners
ORDER BY municipalities DESC, partners DESC, member.id
LIMIT $limit
