// title: {ja: "事務局を介さないつながり", en: "Ties without the secretariat"}
// question: {ja: "事務局などの組織と連携している会員は、その組織のいない連携や関係で、ほかにいくつの組織とつながっているか", en: "Of the members who share collaborations with the secretariat, who is connected with others where it takes no part, and who is not?"}
// parameters:
//   organisation: {type: string, values: Organisation.id, ja: "事務局とみなす組織", en: "Organisation taken for the secretariat"}
//   limit: {type: integer, default: 20, least: 1, ja: "行数", en: "Number of rows"}
// columns:
//   organisation: {ja: "組織", en: "Organisation"}
//   sector: {ja: "分野", en: "Sector"}
//   partners: {ja: "事務局以外の相手", en: "Partners"}
//   independentPartners: {ja: "事務局を介さない相手", en: "Independent partners"}
// example: {organisation: ORG-018}
MATCH (office:Organisation {id: $organisation})-[:PARTICIPATES_IN]->(:Collaboration)<-[:PARTICIPATES_IN]-(member:Organisation)
WHERE member.memberUntil IS NULL
WITH DISTINCT office, member
OPTIONAL CALL (office, member) {
  MATCH (member)-[:PARTICIPATES_IN]->(work:Collaboration)<-[:PARTICIPATES_IN]-(partner:Organisation)
  WHERE partner <> office
  RETURN partner, NOT EXISTS { (office)-[:PARTICIPATES_IN]->(work) } AS independent
  UNION
  MATCH (member)-[:TIED_TO]-(partner:Organisation)
  WHERE partner <> office
  RETURN partner, true AS independent
}
WITH member, count(DISTINCT partner) AS partners,
     count(DISTINCT CASE WHEN independent THEN partner END) AS independentPartners
RETURN member.name AS organisation, member.sector AS sector, partners, independentPartners
ORDER BY independentPartners, partners, member.id
LIMIT $limit
