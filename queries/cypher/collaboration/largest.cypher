// title: {ja: "参加の多い連携", en: "Largest collaborations"}
// question: {ja: "参加する組織の多い連携はどれか", en: "Which collaborations have most members?"}
// parameters:
//   status: {type: string, default: null, values: Collaboration.status, ja: "この状態の連携だけ", en: "Only collaborations of this status"}
//   limit: {type: integer, default: 20, least: 1, ja: "行数", en: "Number of rows"}
// columns:
//   collaboration: {ja: "連携", en: "Collaboration"}
//   collaborationStatus: {ja: "状態", en: "Status"}
//   organisations: {ja: "組織の数", en: "Organisations"}
//   sectors: {ja: "分野の数", en: "Sectors"}
// example: {status: active}
MATCH (work:Collaboration)<-[:PARTICIPATES_IN]-(member:Organisation)
WHERE $status IS NULL OR work.status = $status
WITH work, count(DISTINCT member) AS organisations, count(DISTINCT member.sector) AS sectors
RETURN work.name AS collaboration, work.status AS collaborationStatus, organisations, sectors
ORDER BY organisations DESC, sectors DESC, work.id
LIMIT $limit
