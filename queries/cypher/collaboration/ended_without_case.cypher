// title: {ja: "事例として残っていない終了した連携", en: "Ended collaborations without a case"}
// question: {ja: "終わった連携のうち、学んだことが事例として残っていないのはどれか", en: "Of which ended collaborations has no case been written?"}
// parameters:
//   limit: {type: integer, default: 50, least: 1, ja: "行数", en: "Number of rows"}
// columns:
//   collaboration: {ja: "連携", en: "Collaboration"}
//   collaborationKind: {ja: "種別", en: "Kind"}
//   startDate: {ja: "開始日", en: "Start date"}
//   endDate: {ja: "終了日", en: "End date"}
//   leads: {ja: "主催・幹事", en: "Led by"}
//   organisations: {ja: "組織の数", en: "Organisations"}
MATCH (work:Collaboration {status: 'ended'})
WHERE NOT EXISTS { (work)<-[:DESCRIBES]-(:Case) }
WITH work, coalesce(toString(work.endDate), '') AS latest
ORDER BY latest DESC, work.id
LIMIT $limit
RETURN work.name AS collaboration, work.kind AS collaborationKind, work.startDate AS startDate, work.endDate AS endDate,
       COLLECT {
         MATCH (work)<-[:PARTICIPATES_IN {role: 'lead'}]-(leader:Organisation)
         RETURN leader.name ORDER BY leader.id
       } AS leads,
       COUNT { (work)<-[:PARTICIPATES_IN]-(:Organisation) } AS organisations
ORDER BY latest DESC, work.id
