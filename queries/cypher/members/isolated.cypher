// title: {ja: "つながりのない会員", en: "Members without ties"}
// question: {ja: "連携にも関係にも加わっていない会員はどれか", en: "Which members share no collaboration with others and have no declared tie?"}
// columns:
//   organisation: {ja: "組織", en: "Organisation"}
//   sector: {ja: "分野", en: "Sector"}
//   municipality: {ja: "市町村", en: "Municipality"}
//   memberSince: {ja: "入会日", en: "Member since"}
MATCH (member:Organisation)
WHERE member.memberUntil IS NULL
  AND NOT EXISTS { (member)-[:PARTICIPATES_IN]->(:Collaboration)<-[:PARTICIPATES_IN]-(:Organisation) }
  AND NOT EXISTS { (member)-[:TIED_TO]-(:Organisation) }
RETURN member.name AS organisation, member.sector AS sector,
       head(COLLECT { MATCH (member)-[:LOCATED_IN]->(place:Municipality) RETURN place.name ORDER BY place.code })
         AS municipality,
       member.memberSince AS memberSince
ORDER BY member.id
