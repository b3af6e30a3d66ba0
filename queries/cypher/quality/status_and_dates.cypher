// title: {ja: "状態と日付の食い違い", en: "Status and dates that disagree"}
// question: {ja: "開始日を過ぎても準備中、終了日を過ぎても活動中など、状態と日付の合わない連携や、終わった課題・期限切れの資源の提案はどれか", en: "Which collaborations have a status that does not agree with their dates, and which proposed matches are of a need that is closed or a resource that has run out?"}
// parameters:
//   day: {type: date, default: null, ja: "この日の時点で（省略すると今日）", en: "As of this day; today when left out"}
// columns:
//   problem: {ja: "食い違い（plannedButBegun 開始日を過ぎて準備中、activeButOver 終了日を過ぎて活動中、endedWithoutDate 終了日のない終了、endedAhead まだ来ない終了日、endBeforeStart 開始より前の終了、matchOfClosedNeed 終結した課題への提案、matchOfExpiredResource 期限の切れた資源の提案）", en: "What disagrees: planned but begun, active but over, ended without a date, ended ahead of its date, end before start, proposed for a closed need, proposed of an expired resource"}
//   name: {ja: "連携または課題", en: "Collaboration or need"}
//   id: {ja: "ID", en: "Id"}
//   startDate: {ja: "開始日（課題は登録日）", en: "Start date, or day the need was stated"}
//   endDate: {ja: "終了日（課題は終結日、資源は期限）", en: "End date, or day the need was closed or the resource ran out"}
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
