// title: {ja: "つながっていない相手どうしの間にいる組織", en: "Organisations between partners who are not connected"}
// question: {ja: "互いには連携も関係もない相手の組を、最も多くつないでいるのはどの組織か", en: "Which organisations join most pairs of partners who share no collaboration and no declared tie with each other?"}
// parameters:
//   sector: {type: string, default: null, values: Organisation.sector, ja: "この分野の組織だけ", en: "Only organisations of this sector"}
//   limit: {type: integer, default: 20, least: 1, ja: "行数", en: "Number of rows"}
// columns:
//   organisation: {ja: "組織", en: "Organisation"}
//   sector: {ja: "分野", en: "Sector"}
//   partners: {ja: "相手の数", en: "Partners"}
//   unconnectedPairs: {ja: "つながりのない組の数", en: "Unconnected pairs"}
//   share: {ja: "全組に占める割合", en: "Share of all pairs"}
// example: {sector: company}
MATCH (member:Organisation)
WHERE member.memberUntil IS NULL AND ($sector IS NULL OR member.sector = $sector)
CALL (member) {
  MATCH (member)-[:PARTICIPATES_IN]->(:Collaboration)<-[:PARTICIPATES_IN]-(partner:Organisation)
  RETURN partner
  UNION
  MATCH (member)-[:TIED_TO]-(partner:Organisation)
  RETURN partner
}
WITH member, collect(partner) AS partners
WHERE size(partners) > 1
CALL (partners) {
  UNWIND partners AS one
  CALL (one) {
    MATCH (one)-[:PARTICIPATES_IN]->(:Collaboration)<-[:PARTICIPATES_IN]-(other:Organisation)
    RETURN other
    UNION
    MATCH (one)-[:TIED_TO]-(other:Organisation)
    RETURN other
  }
  WITH one, other, partners
  WHERE one.id < other.id AND other IN partners
  RETURN count(*) AS connected
}
WITH member, size(partners) AS partners, size(partners) * (size(partners) - 1) / 2 AS pairs, connected
RETURN member.name AS organisation, member.sector AS sector, partners, pairs - connected AS unconnectedPairs,
       toFloat(pairs - connected) / pairs AS share
ORDER BY unconnectedPairs DESC, share DESC, member.id
LIMIT $limit
