// title: {ja: "状態と日付の食い違い", en: "Status and dates that disagree"}
// question: {ja: "状態と日付の合わないものはどれか。連携では、開始日を過ぎて準備中（plannedButBegun）、終了日を過ぎて活動中（activeButOver）、終了日のない終了（endedWithoutDate）、まだ来ない日の終了（endedAhead）、開始より前の終了（endBeforeStart）。マッチングでは、終結した課題への提案（matchOfClosedNeed）、期限の切れた資源の提案（matchOfExpiredResource）", en: "What has a status that does not agree with its dates: collaborations planned but begun, active but over, ended without a date, ended ahead of their date, or with an end before the start; matches proposed for a closed need, or of an expired resource?"}
// parameters:
//   day: {type: date, default: null, ja: "この日の時点で（省略すると今日）", en: "As of this day; today when left out"}
// columns:
//   problem: {ja: "食い違い", en: "What disagrees"}
//   name: {ja: "連携・課題", en: "Name"}
//   id: {ja: "ID", en: "Id"}
//   startDate: {ja: "開始日・登録日", en: "Start date"}
//   endDate: {ja: "終了日・期限", en: "End date"}
// example: {day: 2026-05-01}
CALL () {
  MATCH (one:Collaboration)
  WITH one, coalesce($day, date()) AS today
  UNWIND [
    CASE WHEN one.status = 'planned' AND one.startDate <= today THEN 'plannedButBegun' END,
    CASE WHEN one.status = 'active' AND one.endDate < today THEN 'activeButOver' END,
    CASE WHEN one.status = 'ended' AND one.endDate IS NULL THEN 'endedWithoutDate' END,
    CASE WHEN one.status = 'ended' AND one.endDate > today THEN 'endedAhead' END,
    CASE WHEN one.endDate < one.startDate THEN 'endBeforeStart' END
  ] AS problem
  RETURN problem, one, one.startDate AS startDate, one.endDate AS endDate
  UNION ALL
  MATCH (one:Need)-[:MATCHED_WITH {status: 'proposed'}]->(offered:Resource)
  UNWIND [
    CASE WHEN one.closedOn IS NOT NULL THEN ['matchOfClosedNeed', one.closedOn] END,
    CASE WHEN offered.availableUntil < coalesce($day, date()) THEN ['matchOfExpiredResource', offered.availableUntil] END
  ] AS found
  RETURN found[0] AS problem, one, one.openedOn AS startDate, found[1] AS endDate
}
WITH problem, one, startDate, endDate
WHERE problem IS NOT NULL
RETURN problem, one.name AS name, one.id AS id, startDate, endDate
ORDER BY problem, id, endDate
