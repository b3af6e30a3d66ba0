// title: {ja: "出典のないもの", en: "Without a source"}
// question: {ja: "出典が書かれていないノードと関係は、種類ごとにいくつあるか", en: "How many nodes of each label and ties of each type name no source?"}
// columns:
//   kind: {ja: "種類", en: "Kind"}
//   number: {ja: "数", en: "Number"}
//   withoutSource: {ja: "出典のない数", en: "Without a source"}
CALL () {
  MATCH (node:Organisation|Municipality|Theme|Collaboration|Case|Event|Need|Resource|Place|Indicator|Observation)
  RETURN labels(node)[0] AS kind, coalesce(node.sources, []) AS sources
  UNION ALL
  MATCH (:Organisation|Municipality|Theme|Collaboration|Case|Event|Need|Resource|Place|Indicator|Observation)-[tie]->()
  RETURN type(tie) AS kind, coalesce(tie.sources, []) AS sources
}
RETURN kind, count(*) AS number, sum(CASE WHEN size(sources) = 0 THEN 1 ELSE 0 END) AS withoutSource
ORDER BY withoutSource DESC, kind
