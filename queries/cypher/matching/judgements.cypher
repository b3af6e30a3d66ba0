// title: {ja: "組合せの判断とその理由", en: "Decisions on matches and their reasons"}
// question: {ja: "課題と資源の組合せは、どんな理由で承諾され、または見送られたか", en: "For which reasons were matches of needs and resources accepted or rejected?"}
// columns:
//   status: {ja: "状態", en: "Status"}
//   reason: {ja: "理由", en: "Reason"}
//   matches: {ja: "組合せの数", en: "Number of matches"}
//   averageScore: {ja: "提案時の点数の平均", en: "Average score when proposed"}
//   lastDecidedOn: {ja: "最後の判断日", en: "Last day of a decision"}
MATCH (:Need)-[pairing:MATCHED_WITH]->(:Resource)
UNWIND coalesce(pairing.reasons, [null]) AS reason
WITH pairing.status AS status, reason, count(*) AS matches, avg(pairing.score) AS score, max(pairing.decidedOn) AS lastDecidedOn
RETURN status, reason, matches, round(score, 2) AS averageScore, lastDecidedOn
ORDER BY status, matches DESC, reason
