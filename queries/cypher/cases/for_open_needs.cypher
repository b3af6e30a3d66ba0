// title: {ja: "課題の参考になる他地域の事例", en: "Cases from elsewhere for open needs"}
// question: {ja: "未解決の課題のある市町村に、ほかの市町村の同じテーマの事例のどれを紹介できるか（行政区は市に含める）", en: "Which cases of other municipalities could be shown to those with an open need of the same theme, wards counted as their city?"}
// parameters:
//   municipality: {type: string, default: null, values: Municipality.id, ja: "この市町村の課題だけ（市を選ぶと行政区を含む）", en: "Only needs of this municipality, wards of a city with it"}
//   limit: {type: integer, default: 50, least: 1, ja: "行数", en: "Number of rows"}
// columns:
//   municipality: {ja: "課題のある市町村", en: "Municipality in need"}
//   theme: {ja: "テーマ", en: "Theme"}
//   openNeeds: {ja: "未解決の課題の数", en: "Open needs"}
//   case: {ja: "他地域の事例", en: "Case from elsewhere"}
//   from: {ja: "事例の市町村", en: "Where the case is from"}
//   year: {ja: "年", en: "Year"}
//   lesson: {ja: "工夫・教訓", en: "Lesson"}
// example: {municipality: JP-LGC-141305}
MATCH (need:Need)-[:TAKES_PLACE_IN]->(place:Municipality)
WHERE need.closedOn IS NULL
OPTIONAL MATCH (place)-[:PART_OF]->(city:Municipality)
WITH need, coalesce(city, place) AS whole, place
WHERE $municipality IS NULL OR $municipality IN [place.id, whole.id]
MATCH (need)-[:ADDRESSES]->(topic:Theme)
WITH whole, topic, count(DISTINCT need) AS openNeeds
MATCH (topic)<-[:ADDRESSES]-(example:Case)
WHERE NOT EXISTS { (example)-[:TAKES_PLACE_IN]->(:Municipality)-[:PART_OF*0..1]->(whole) }
WITH whole, topic, openNeeds, example
ORDER BY openNeeds DESC, whole.code, topic.id, coalesce(example.year, 0) DESC, example.id
LIMIT $limit
RETURN whole.name AS municipality, topic.name AS theme, openNeeds, example.name AS case,
       COLLECT { MATCH (example)-[:TAKES_PLACE_IN]->(there:Municipality) RETURN there.name ORDER BY there.code } AS from,
       example.year AS year, example.lesson AS lesson
ORDER BY openNeeds DESC, whole.code, topic.id, coalesce(year, 0) DESC, example.id
