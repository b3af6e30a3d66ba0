// title: {ja: "参加の多い連携", en: "Largest collaborations"}
// question: {ja: "参加する組織の多い連携はどれか", en: "Which collaborations have most members?"}
// parameters:
//   limit: {type: integer, default: 20, ja: "行数", en: "Number of rows"}
// columns:
//   collaboration: {ja: "連携", en: "Collaboration"}
//   status: {ja: "状態", en: "Status"}
//   organisations: {ja: "組織の数", en: "Number of organisations"}
MATCH (collaboration:Collaboration)<-[:PARTICIPATES_IN]-(organisation:Organisation)
RETURN collaboration.name AS collaboration, collaboration.status AS status, count(organisation) AS organisations
ORDER BY organisations DESC, collaboration
LIMIT $limit
