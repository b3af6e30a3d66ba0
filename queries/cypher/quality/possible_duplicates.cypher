// title: {ja: "重複かもしれない組織", en: "Organisations entered twice, perhaps"}
// question: {ja: "法人番号（corporateNumber）、ウェブサイト（url）、名称（name）が同じ、または同じ市町村で読みの初め（reading）が同じ組織はどれか", en: "Which organisations have one corporate number, website (url) or name, or readings that begin alike in one municipality?"}
// parameters:
//   letters: {type: integer, default: 8, least: 3, ja: "読み（名称カナ）の初めの何文字が同じなら挙げるか", en: "How many letters at the beginning of the readings must be the same"}
//   limit: {type: integer, default: 50, least: 1, ja: "行数", en: "Number of rows"}
// columns:
//   reason: {ja: "同じもの", en: "What is the same"}
//   value: {ja: "その値", en: "Value"}
//   organisations: {ja: "組織", en: "Organisations"}
//   ids: {ja: "ID", en: "Ids"}
// example: {letters: 9}
MATCH (one:Organisation)
WITH one ORDER BY one.id
UNWIND [
  [1, 'corporateNumber', one.corporateNumber],
  [2, 'url', one.url],
  [3, 'name', replace(replace(one.name, ' ', ''), '　', '')],
  [4, 'reading', CASE WHEN size(one.nameKana) >= $letters THEN
     head(COLLECT { MATCH (one)-[:LOCATED_IN]->(place:Municipality) RETURN place.name ORDER BY place.code })
       + ' ' + left(one.nameKana, $letters) END]
] AS same
WITH one, same[0] AS rank, same[1] AS reason, same[2] AS value
WHERE value IS NOT NULL
WITH rank, reason, value, collect(one.name) AS organisations, collect(one.id) AS ids
WHERE size(ids) > 1
RETURN reason, value, organisations, ids
ORDER BY rank, size(ids) DESC, ids
LIMIT $limit
