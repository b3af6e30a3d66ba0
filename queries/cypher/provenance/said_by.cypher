// title: {ja: "ある出典に書かれていること", en: "What a source says"}
// question: {ja: "その資料を出典とするノードと関係は、種類ごとにいくつあり、ほかに出典のないものはいくつか", en: "How many nodes and ties of each kind name the source, and how many name no other?"}
// parameters:
//   source: {type: string, values: Source.id, ja: "出典", en: "The source"}
// columns:
//   kind: {ja: "種類", en: "Kind"}
//   number: {ja: "数", en: "Number"}
//   alone: {ja: "ほかに出典のない数", en: "From it alone"}
// example: {source: SRC-REPORT-R6}
CALL () {
  MATCH (node:Organisation|Municipality|Theme|Collaboration|Case|Event|Need|Resource|Place|Indicator|Observation)
  WHERE $source IN node.sources
  RETURN labels(node)[0] AS kind, size(node.sources) AS sources
  UNION ALL
  MATCH (:Organisation|Municipality|Theme|Collaboration|Case|Event|Need|Resource|Place|Indicator|Observation)-[tie]->()
  WHERE $source IN tie.sources
  RETURN type(tie) AS kind, size(tie.sources) AS sources
}
RETURN kind, count(*) AS number, sum(CASE sources WHEN 1 THEN 1 ELSE 0 END) AS alone
ORDER BY number DESC, kind
