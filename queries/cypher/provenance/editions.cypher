// title: {ja: "出典の版", en: "Editions of sources"}
// question: {ja: "それぞれの出典は、どの読み込みで版が変わり、いま有効なのはどの版か", en: "With which loads did each source change, and which edition holds now?"}
// parameters:
//   source: {type: string, default: null, values: Source.id, ja: "この出典だけ", en: "Only this source"}
// columns:
//   source: {ja: "出典のID", en: "Source"}
//   load: {ja: "読み込みの番号", en: "Load"}
//   loadState: {ja: "読み込みの状態", en: "State"}
//   startedAt: {ja: "日時", en: "When"}
//   by: {ja: "読み込んだ人", en: "By whom"}
//   current: {ja: "有効な版", en: "In force"}
MATCH (load:Load)-[:HOLDS]->(part:LoadPart {kind: 'edition', part: 0})
WHERE part.source <> '' AND ($source IS NULL OR part.source = $source)
WITH part.source AS source, load
ORDER BY load.number DESC
WITH source, collect(load) AS loads
WITH source, loads, head([load IN loads WHERE load.state = 'done']) AS newest
UNWIND loads AS load
RETURN source, load.number AS load, load.state AS loadState, load.startedAt AS startedAt, load.by AS by,
       coalesce(load = newest, false) AS current
ORDER BY source, load DESC
