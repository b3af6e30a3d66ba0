// title: {ja: "同じ地域で別々に取り組まれているテーマ", en: "Worked on side by side, never together"}
// question: {ja: "同じ市町村に取り組む組織がいくつもあるのに、その組織どうしの連携がないのはどのテーマか", en: "On which theme do several organisations of a municipality work, with no collaboration among them?"}
// parameters:
//   organisations: {type: integer, default: 3, least: 2, ja: "市町村に所在する担い手の最少の数", en: "Least number of organisations located there"}
//   limit: {type: integer, default: 20, least: 1, ja: "行数", en: "Number of rows"}
// columns:
//   code: {ja: "団体コード", en: "Code"}
//   municipality: {ja: "市町村", en: "Municipality"}
//   theme: {ja: "テーマ", en: "Theme"}
//   organisations: {ja: "担い手の数", en: "Number of organisations"}
//   joinedElsewhere: {ja: "うち、よその組織と連携する数", en: "Of these joined with others"}
//   names: {ja: "担い手", en: "Organisations"}
MATCH (topic:Theme)<-[:WORKS_ON]-(member:Organisation)-[:LOCATED_IN]->(:Municipality)-[:PART_OF*0..1]->(place:Municipality)
WHERE member.memberUntil IS NULL AND member.dissolvedOn IS NULL
  AND NOT EXISTS { (place)-[:PART_OF]->(:Municipality) }
WITH DISTINCT place, topic, member
ORDER BY member.id
WITH place, topic, collect(member) AS members
WHERE size(members) >= $organisations
UNWIND members AS member
OPTIONAL MATCH (member)-[:PARTICIPATES_IN]->(work:Collaboration)-[:ADDRESSES]->(:Theme)-[:BROADER*0..]->(topic)
WHERE coalesce(work.status, 'active') <> 'ended'
WITH place, topic, members, work, collect(DISTINCT member) AS partners
WITH place, topic, members,
     max(CASE WHEN work IS NULL THEN 0 ELSE size(partners) END) AS together,
     count(DISTINCT CASE WHEN work IS NOT NULL THEN partners[0] END) AS joinedElsewhere
WHERE together < 2
RETURN place.code AS code, place.name AS municipality, topic.name AS theme, size(members) AS organisations,
       joinedElsewhere, [member IN members | member.name] AS names
ORDER BY organisations DESC, code, topic.id
LIMIT $limit
