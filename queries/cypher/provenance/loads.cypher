// title: {ja: "読み込みの記録", en: "Loads"}
// question: {ja: "いつ、だれが、どの出典を読み込み、済んだか（done）、取り消したか（undone）、失敗したか（failed）、それで何がどれだけ変わったか（組織をまとめた記録では、消えるIDと残るIDを出典の欄に示す）", en: "Which sources were loaded, when and by whom, was it done, undone or failed, and how much did it change? Where organisations were made one, the id that went and the one that stays stand for the sources."}
// parameters:
//   limit: {type: integer, default: 50, least: 1, ja: "行数（新しいものから）", en: "Number of rows, the newest first"}
// columns:
//   number: {ja: "番号", en: "Number"}
//   loadState: {ja: "状態", en: "State"}
//   startedAt: {ja: "日時", en: "When"}
//   by: {ja: "読み込んだ人", en: "By whom"}
//   sources: {ja: "出典", en: "Sources"}
//   rows: {ja: "読んだ行", en: "Rows read"}
//   refused: {ja: "受け付けない行", en: "Refused"}
//   created: {ja: "追加", en: "Created"}
//   updated: {ja: "変更", en: "Updated"}
//   deleted: {ja: "削除", en: "Deleted"}
//   closed: {ja: "終了日の記入", en: "Closed"}
//   undoneBy: {ja: "取り消した人", en: "Undone by"}
MATCH (load:Load)
RETURN load.number AS number, load.state AS loadState, load.startedAt AS startedAt, load.by AS by,
       COLLECT { UNWIND coalesce(load.sources, properties(load).merged) AS each RETURN each ORDER BY each } AS sources,
       load.rows AS rows, load.refused AS refused, load.created AS created, load.updated AS updated,
       load.deleted AS deleted, load.closed AS closed, load.undoneBy AS undoneBy
ORDER BY number DESC
LIMIT $limit
