// title: {ja: "対象者ごとの課題", en: "Needs by target group"}
// question: {ja: "だれのための課題がいくつあり、いくつが終結し、終結まで何日かかったか", en: "For whom are there how many needs, how many are closed, and how long did that take?"}
// columns:
//   targetGroup: {ja: "対象者", en: "Target group"}
//   needs: {ja: "課題の数", en: "Number of needs"}
//   open: {ja: "未解決の数", en: "Open"}
//   closed: {ja: "終結した数", en: "Closed"}
//   openMatched: {ja: "未解決のうち資源の決まった数", en: "Open with a resource agreed"}
//   medianDays: {ja: "終結までの日数の中央値", en: "Median of days until closed"}
MATCH (asked:Need)
WITH asked.targetGroup AS targetGroup, asked,
     CASE WHEN asked.closedOn IS NOT NULL THEN duration.inDays(asked.openedOn, asked.closedOn).days END AS days,
     asked.closedOn IS NULL AND EXISTS {
       MATCH (asked)-[pairing:MATCHED_WITH]->(:Resource) WHERE pairing.status IN ['accepted', 'done']
     } AS matched
WITH targetGroup, count(*) AS needs, count(asked.closedOn) AS closed,
     sum(CASE WHEN matched THEN 1 ELSE 0 END) AS openMatched, percentileCont(days, 0.5) AS medianDays
RETURN targetGroup, needs, needs - closed AS open, closed, openMatched, medianDays
ORDER BY open DESC, needs DESC, targetGroup
