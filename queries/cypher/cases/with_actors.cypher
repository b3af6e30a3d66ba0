// title: {ja: "事例とその担い手", en: "Cases and who was behind them"}
// question: {ja: "どの事例を、どこで、だれが行い、何を学んだか", en: "Which cases are there, where, by whom, and what can others learn?"}
// parameters:
//   theme: {type: string, default: null, values: Theme.name, ja: "このテーマ（下位のテーマを含む）だけ", en: "Only this theme, with those below it"}
//   limit: {type: integer, default: 50, least: 1, ja: "行数", en: "Number of rows"}
// columns:
//   case: {ja: "事例", en: "Case"}
//   year: {ja: "年", en: "Year"}
//   municipalities: {ja: "市町村", en: "Municipalities"}
//   themes: {ja: "テーマ", en: "Themes"}
//   collaborations: {ja: "もとの連携", en: "Collaborations"}
//   organisations: {ja: "加わる組織", en: "Organisations"}
//   lesson: {ja: "工夫・教訓", en: "Lesson"}
// example: {theme: 居場所・つながりの場}
MATCH (example:Case)
WHERE $theme IS NULL OR EXISTS { (example)-[:ADDRESSES]->(:Theme)-[:BROADER*0..]->(:Theme {name: $theme}) }
WITH example
ORDER BY coalesce(example.year, 0) DESC, example.id
LIMIT $limit
RETURN example.name AS case, example.year AS year,
       COLLECT { MATCH (example)-[:TAKES_PLACE_IN]->(place:Municipality) RETURN place.name ORDER BY place.code }
         AS municipalities,
       COLLECT { MATCH (example)-[:ADDRESSES]->(topic:Theme) RETURN topic.name ORDER BY topic.id } AS themes,
       COLLECT { MATCH (example)-[:DESCRIBES]->(work:Collaboration) RETURN work.name ORDER BY work.id } AS collaborations,
       COLLECT {
         MATCH (example)-[:DESCRIBES]->(:Collaboration)<-[:PARTICIPATES_IN]-(member:Organisation)
         WITH DISTINCT member
         RETURN member.name ORDER BY member.id
       } AS organisations,
       example.lesson AS lesson
ORDER BY coalesce(year, 0) DESC, example.id
