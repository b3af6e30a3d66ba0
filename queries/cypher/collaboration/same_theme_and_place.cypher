// title: {ja: "同じ地域・同じテーマの連携", en: "Collaborations on one theme in one municipality"}
// question: {ja: "同じ市町村で同じテーマの連携がいくつも別々に動いているのはどこで、両方に加わる組織はあるか（終了したものは除く）", en: "Where do several collaborations run on one theme in one municipality, and does any organisation take part in more than one, ended ones left out?"}
// parameters:
//   theme: {type: string, default: null, values: Theme.name, ja: "このテーマだけ", en: "Only this theme"}
//   limit: {type: integer, default: 20, least: 1, ja: "行数", en: "Number of rows"}
// columns:
//   municipality: {ja: "市町村", en: "Municipality"}
//   theme: {ja: "テーマ", en: "Theme"}
//   collaborations: {ja: "連携", en: "Collaborations"}
//   organisations: {ja: "加わる組織の数", en: "Organisations"}
//   inSeveral: {ja: "二つ以上に加わる組織の数", en: "In several of them"}
MATCH (topic:Theme)<-[:ADDRESSES]-(work:Collaboration)-[:TAKES_PLACE_IN]->(place:Municipality)
WHERE coalesce(work.status, '') <> 'ended' AND ($theme IS NULL OR topic.name = $theme)
WITH topic, place, work
ORDER BY work.id
WITH topic, place, collect(work) AS works
WHERE size(works) > 1
CALL (works) {
  UNWIND works AS work
  MATCH (work)<-[:PARTICIPATES_IN]-(member:Organisation)
  WITH member, count(DISTINCT work) AS joined
  RETURN count(member) AS organisations, sum(CASE WHEN joined > 1 THEN 1 ELSE 0 END) AS inSeveral
}
RETURN place.name AS municipality, topic.name AS theme, [work IN works | work.name] AS collaborations, organisations,
       inSeveral
ORDER BY size(works) DESC, inSeveral, place.code, topic.id
LIMIT $limit
