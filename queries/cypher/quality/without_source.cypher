// title: {ja: "出典のないもの", en: "Without a source"}
// question: {ja: "出典が書かれていないノードは種類ごとにいくつあるか", en: "How many nodes of each label name no source?"}
// columns:
//   label: {ja: "種類", en: "Label"}
//   nodes: {ja: "数", en: "Number of nodes"}
//   withoutSource: {ja: "出典のない数", en: "Number without a source"}
MATCH (node:Organisation|Municipality|Theme|Collaboration|Case|Event|Need|Resource|Place|Indicator|Observation)
RETURN labels(node)[0] AS label, count(node) AS nodes, sum(CASE WHEN node.sources IS NULL THEN 1 ELSE 0 END) AS withoutSource
ORDER BY label
