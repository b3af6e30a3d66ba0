// title: {ja: "出典の一覧", en: "Sources"}
// question: {ja: "どの資料から、どれだけのことが書かれているか", en: "Which documents is the data taken from, and how much of it from each?"}
// columns:
//   title: {ja: "標題", en: "Title"}
//   id: {ja: "ID", en: "Id"}
//   publisher: {ja: "発行者", en: "Publisher"}
//   licence: {ja: "ライセンス", en: "Licence"}
//   retrievedOn: {ja: "取得日", en: "Retrieved on"}
//   nodes: {ja: "ノードの数", en: "Nodes"}
//   ties: {ja: "関係の数", en: "Ties"}
CALL () {
  MATCH (node:Organisation|Municipality|Theme|Collaboration|Case|Event|Need|Resource|Place|Indicator|Observation)
  UNWIND node.sources AS id
  RETURN id, count(*) AS nodes, 0 AS ties
  UNION ALL
  MATCH (:Organisation|Municipality|Theme|Collaboration|Case|Event|Need|Resource|Place|Indicator|Observation)-[tie]->()
  UNWIND tie.sources AS id
  RETURN id, 0 AS nodes, count(*) AS ties
  UNION ALL
  MATCH (source:Source)
  RETURN source.id AS id, 0 AS nodes, 0 AS ties
}
WITH id, sum(nodes) AS nodes, sum(ties) AS ties
OPTIONAL MATCH (source:Source {id: id})
RETURN coalesce(source.title, source.name) AS title, id, source.publisher AS publisher, source.licence AS licence,
       source.retrievedOn AS retrievedOn, nodes, ties
ORDER BY nodes + ties DESC, id
