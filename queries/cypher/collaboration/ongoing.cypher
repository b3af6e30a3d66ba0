// title: {ja: "ある日に続いている連携", en: "Collaborations running on a day"}
// question: {ja: "その日に続いている連携を、長く続くものから見るとどれか", en: "Which collaborations run on the day, the longest-running first?"}
// parameters:
//   day: {type: date, default: null, ja: "日（省略すると今日）", en: "The day; today when left out"}
//   kind: {type: string, default: null, values: Collaboration.kind, ja: "この種別の連携だけ", en: "Only collaborations of this kind"}
//   limit: {type: integer, default: 50, least: 1, ja: "行数", en: "Number of rows"}
// columns:
//   collaboration: {ja: "連携", en: "Collaboration"}
//   collaborationKind: {ja: "種別", en: "Kind"}
//   startDate: {ja: "開始日", en: "Start date"}
//   endDate: {ja: "終了日", en: "End date"}
//   leads: {ja: "主催・幹事", en: "Led by"}
//   organisations: {ja: "組織の数", en: "Organisations"}
// example: {day: 2025-03-31, kind: council}
MATCH (work:Collaboration)
WHERE work.startDate <= coalesce($day, date()) AND ($kind IS NULL OR work.kind = $kind)
  AND (work.endDate >= coalesce($day, date()) OR work.endDate IS NULL AND coalesce(work.status, '') <> 'ended')
WITH work
ORDER BY work.startDate, work.id
LIMIT $limit
RETURN work.name AS collaboration, work.kind AS collaborationKind, work.startDate AS startDate, work.endDate AS endDate,
       COLLECT {
         MATCH (work)<-[:PARTICIPATES_IN {role: 'lead'}]-(leader:Organisation)
         RETURN leader.name ORDER BY leader.id
       } AS leads,
       COUNT { (work)<-[:PARTICIPATES_IN]-(:Organisation) } AS organisations
ORDER BY startDate, work.id
