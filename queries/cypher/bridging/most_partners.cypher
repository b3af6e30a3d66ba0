// title: {ja: "相手の多い組織", en: "Organisations with most partners"}
// question: {ja: "連携を通じて最も多くの組織・分野とつながっているのはどの組織か", en: "Which organisations share collaborations with most others and with most sectors?"}
// parameters:
//   limit: {type: integer, default: 20, least: 1, ja: "行数", en: "Number of rows"}
// columns:
//   organisation: {ja: "組織", en: "Organisation"}
//   sector: {ja: "分野", en: "Sector"}
//   partners: {ja: "連携相手の数", en: "Partners"}
//   sectors: {ja: "相手の分野数", en: "Partners' sectors"}
MATCH (member:Organisation)-[:PARTICIPATES_IN]->(:Collaboration)<-[:PARTICIPATES_IN]-(partner:Organisation)
WITH member, count(DISTINCT partner) AS partners, count(DISTINCT partner.sector) AS sectors
RETURN member.name AS organisation, member.sector AS sector, partners, sectors
ORDER BY partners DESC, member.id
LIMIT $limit
