// title: {ja: "長く未解決の課題", en: "Needs open longest"}
// question: {ja: "登録されてから最も長く未解決のままなのはどの課題か", en: "Which needs have been open longest?"}
// parameters:
//   theme: {type: string, default: null, values: Theme.name, ja: "テーマ。上位のテーマなら、その下位のテーマすべて", en: "A theme; of a broad one, all its narrower ones"}
//   day: {type: date, default: null, ja: "日数を数える日。省くと今日", en: "Day up to which the days count; today when left out"}
//   limit: {type: integer, default: 20, least: 1, ja: "行数", en: "Number of rows"}
// columns:
//   need: {ja: "課題", en: "Need"}
//   openedOn: {ja: "登録日", en: "Opened on"}
//   days: {ja: "経過日数", en: "Days open"}
//   targetGroup: {ja: "対象者", en: "Target group"}
//   themes: {ja: "テーマ", en: "Themes"}
//   municipalities: {ja: "市町村", en: "Municipalities"}
//   holders: {ja: "申告した組織・市町村", en: "Whose need it is"}
//   proposals: {ja: "見送り以外の提案の数", en: "Proposals not rejected"}
// example: {day: 2026-03-31, limit: 10}
MATCH (asked:Need)
WHERE asked.closedOn IS NULL AND asked.openedOn <= coalesce($day, date())
  AND ($theme IS NULL OR EXISTS {
    MATCH (asked)-[:ADDRESSES]->(:Theme)-[:BROADER*0..]->(wide:Theme) WHERE $theme IN [wide.id, wide.name]
  })
WITH asked
ORDER BY asked.openedOn, asked.id
LIMIT $limit
RETURN asked.name AS need, asked.openedOn AS openedOn,
  duration.inDays(asked.openedOn, coalesce($day, date())).days AS days, asked.targetGroup AS targetGroup,
  COLLECT { MATCH (asked)-[:ADDRESSES]->(topic:Theme) RETURN topic.name ORDER BY topic.id } AS themes,
  COLLECT { MATCH (asked)-[:TAKES_PLACE_IN]->(place:Municipality) RETURN place.name ORDER BY place.code } AS municipalities,
  COLLECT { MATCH (asked)<-[:HAS_NEED]-(holder) RETURN holder.name ORDER BY holder.id } AS holders,
  COUNT { MATCH (asked)-[pairing:MATCHED_WITH]->(:Resource) WHERE pairing.status <> 'rejected' } AS proposals
ORDER BY openedOn, asked.id
