// title: {ja: "同じ組織かどうかの判断", en: "Judgements on what is one organisation"}
// question: {ja: "どの記録とどの記録が同じ組織、または別の組織と、いつ、だれが判断したか（tsunagari は自動の判断、度合いは0〜100）", en: "Which records were judged to be one organisation or not, when and by whom, tsunagari being the program, and how alike were they from 0 to 100?"}
// parameters:
//   same: {type: boolean, default: null, ja: "同じと判断したものだけ（はい）、別と判断したものだけ（いいえ）", en: "Only those judged to be one (true), or not (false)"}
//   limit: {type: integer, default: 50, least: 1, ja: "行数（新しいものから）", en: "Number of rows, the newest first"}
// columns:
//   record: {ja: "記録", en: "Record"}
//   recordId: {ja: "記録のID", en: "Record id"}
//   same: {ja: "同じ組織", en: "One organisation"}
//   organisation: {ja: "相手", en: "Other"}
//   organisationId: {ja: "相手のID", en: "Other id"}
//   decidedBy: {ja: "判断した人", en: "Decided by"}
//   decidedOn: {ja: "日時", en: "When"}
//   score: {ja: "似ている度合い", en: "Likeness"}
MATCH (record:Alias)-[tie:SAME_AS|DIFFERENT_FROM]->(other:Alias)
WITH record, tie, other, type(tie) = 'SAME_AS' AS same
WHERE $same IS NULL OR same = $same
RETURN record.name AS record, record.id AS recordId, same, other.name AS organisation, other.id AS organisationId,
       tie.decidedBy AS decidedBy, tie.decidedOn AS decidedOn, tie.score AS score
ORDER BY decidedOn DESC, recordId, organisationId
LIMIT $limit
