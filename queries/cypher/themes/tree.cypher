// title: {ja: "テーマの体系と担い手", en: "The theme tree with its counts"}
// question: {ja: "上位・下位のテーマごとに、担い手・連携・課題は、そのテーマだけと下位を含めてそれぞれいくつか(終了した連携を除く)", en: "How many organisations, collaborations and open needs has each theme, by itself and with its narrower ones? (Collaborations that have ended do not count.)"}
// columns:
//   level: {ja: "段(最上位は0)", en: "Level, 0 at the top"}
//   broader: {ja: "上位のテーマ", en: "Broader theme"}
//   theme: {ja: "テーマ", en: "Theme"}
//   organisations: {ja: "担い手の数", en: "Organisations"}
//   organisationsBelow: {ja: "担い手の数(下位を含む)", en: "Organisations with narrower"}
//   collaborations: {ja: "連携の数", en: "Collaborations"}
//   collaborationsBelow: {ja: "連携の数(下位を含む)", en: "Collaborations with narrower"}
//   openNeeds: {ja: "未解決の課題の数", en: "Open needs"}
//   openNeedsBelow: {ja: "未解決の課題の数(下位を含む)", en: "Open needs with narrower"}
MATCH path = (topic:Theme)-[:BROADER*0..]->(root:Theme)
WHERE NOT EXISTS { (root)-[:BROADER]->(:Theme) }
WITH topic, reverse([step IN nodes(path) | step.id]) AS way, length(path) AS level,
     CASE WHEN length(path) > 0 THEN nodes(path)[1].name END AS broader
RETURN level, broader, topic.name AS theme,
  COUNT {
    MATCH (topic)<-[:WORKS_ON]-(member:Organisation)
    WHERE member.memberUntil IS NULL AND member.dissolvedOn IS NULL
    RETURN DISTINCT member
  } AS organisations,
  COUNT {
    MATCH (topic)<-[:BROADER*0..]-(:Theme)<-[:WORKS_ON]-(member:Organisation)
    WHERE member.memberUntil IS NULL AND member.dissolvedOn IS NULL
    RETURN DISTINCT member
  } AS organisationsBelow,
  COUNT {
    MATCH (topic)<-[:ADDRESSES]-(work:Collaboration)
    WHERE coalesce(work.status, 'active') <> 'ended'
    RETURN DISTINCT work
  } AS collaborations,
  COUNT {
    MATCH (topic)<-[:BROADER*0..]-(:Theme)<-[:ADDRESSES]-(work:Collaboration)
    WHERE coalesce(work.status, 'active') <> 'ended'
    RETURN DISTINCT work
  } AS collaborationsBelow,
  COUNT {
    MATCH (topic)<-[:ADDRESSES]-(need:Need)
    WHERE need.closedOn IS NULL
    RETURN DISTINCT need
  } AS openNeeds,
  COUNT {
    MATCH (topic)<-[:BROADER*0..]-(:Theme)<-[:ADDRESSES]-(need:Need)
    WHERE need.closedOn IS NULL
    RETURN DISTINCT need
  } AS openNeedsBelow
ORDER BY way
