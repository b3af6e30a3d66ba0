// title: {ja: "テーマごとの担い手とその広がり", en: "Organisations by theme, and how far they reach"}
// question: {ja: "各テーマに取り組む組織はいくつで、どれだけの市町村に所在し、どれだけの市町村に活動が及ぶか(下位のテーマを含み、区は市に含める)", en: "How many organisations work on each theme, in how many municipalities are they located, and how many do they reach? (Narrower themes included; wards count for their city.)"}
// columns:
//   theme: {ja: "テーマ", en: "Theme"}
//   organisations: {ja: "担い手の数", en: "Organisations"}
//   municipalities: {ja: "所在する市町村の数", en: "Municipalities of theirs"}
//   reached: {ja: "活動の及ぶ市町村の数", en: "Municipalities reached"}
//   share: {ja: "活動の及ぶ割合(%)", en: "Share reached (%)"}
MATCH (every:Municipality)
WHERE NOT EXISTS { (every)-[:PART_OF]->(:Municipality) }
WITH count(every) AS total
MATCH (topic:Theme)
OPTIONAL MATCH (topic)<-[:BROADER*0..]-(:Theme)<-[:WORKS_ON]-(member:Organisation)
WHERE member.memberUntil IS NULL AND member.dissolvedOn IS NULL
OPTIONAL MATCH (member)-[link:LOCATED_IN|SERVES]->(spot:Municipality)
OPTIONAL MATCH (spot)-[:PART_OF]->(city:Municipality)
WITH topic, total, type(link) AS way, member, coalesce(city, spot) AS place
WITH topic, total, count(DISTINCT member) AS organisations, count(DISTINCT place) AS reached,
     count(DISTINCT CASE way WHEN 'LOCATED_IN' THEN place END) AS municipalities
RETURN topic.name AS theme, organisations, municipalities, reached, round(100.0 * reached / total, 1) AS share
ORDER BY organisations DESC, topic.id
