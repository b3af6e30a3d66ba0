// title: {ja: "読み込みの記録", en: "Loads"}
// question: {ja: "いつ、だれが、何を読み込み、それで何がどれだけ変わったか", en: "What was loaded, when and by whom, and how much did it change?"}
// parameters:
//   limit: {type: integer, default: 50, least: 1, ja: "行数（新しいものから）", en: "Number of rows, the newest first"}
// columns:
//   number: {ja: "番号", en: "Number"}
//   state: {ja: "状態（done 済み、undone 取り消し、failed 失敗、started 途中）", en: "State: done, undone, failed or started"}
//   startedAt: {ja: "日時", en: "When"}
//   by: {ja: "読み込んだ人", en: "By whom"}
//   sources: {ja: "出典（組織をまとめたときは、消えるIDと残るID）", en: "Sources; where organisations were made one, the id that went and the one that stays"}
//   rows: {ja: "読んだ行の数", en: "Number of rows read"}
//   refused: {ja: "受け付けなかった行の数", en: "Number of rows refused"}
//   created: {ja: "加えたノードと関係の数", en: "Nodes and ties created"}
//   updated: {ja: "変えた数", en: "Updated"}
//   deleted: {ja: "消した数", en: "Deleted"}
//   closed: {ja: "終わりの日をつけた数", en: "Given an end date"}
//   undoneBy: {ja: "取り消した人", en: "Undone by"}
MATCH (load:Load)
RETURN load.number AS number, load.state AS state, load.startedAt AS startedAt, load.by AS by,
       COLLECT { UNWIND coalesce(load.sources, load.merged) AS each RETURN each ORDER BY each } AS sources,
       load.rows AS rows, load.refused AS refused, load.created AS created, load.updated AS updated,
       load.deleted AS deleted, load.closed AS closed, load.undoneBy AS undoneBy
ORDER BY number DESC
LIMIT $limit
