// title: {ja: "参加の多い連携", en: "Largest collaborations"}
// question: {ja: "参加する組織の多い連携はどれか", en: "Which collaborations have most members?"}
// parameters:
//   limit: {type: integer, default: 20, ja: "行数", en: "Number of rows"}
// columns:
//   collaboration: {ja: "連携", en: "Collaboration"}
//   status: {ja: "状態", en: "Status"}
//   organisations: {ja: "組織の数", en: "Number of organisations"}
MATCH (work:Collaboration)<-[:PARTICIPATES_IN]-(member:Organisation)
WITH work, count(member) AS organisations
RETURN work.name AS collaboration, work.status AS status, organisations
ORDER BY organisations DESC, work.id
LIMIT $limit
