// title: {ja: "テーマごとの担い手の分野", en: "Sectors by theme"}
// question: {ja: "どのテーマにどの分野の担い手がいないか", en: "Which sectors are missing from which theme?"}
// columns:
//   theme: {ja: "テーマ", en: "Theme"}
//   organisations: {ja: "担い手の数", en: "Number of organisations"}
//   sectors: {ja: "分野の数", en: "Number of sectors"}
//   missing: {ja: "担い手のいない分野", en: "Missing sectors"}
MATCH (anyone:Organisation)
WHERE anyone.memberUntil IS NULL AND anyone.dissolvedOn IS NULL AND anyone.sector IS NOT NULL
WITH anyone.sector AS sector, count(*) AS members
ORDER BY sector
WITH collect(sector) AS known
MATCH (topic:Theme)
OPTIONAL MATCH (topic)<-[:BROADER*0..]-(:Theme)<-[:WORKS_ON]-(member:Organisation)
WHERE member.memberUntil IS NULL AND member.dissolvedOn IS NULL
WITH topic, known, count(DISTINCT member) AS organisations, collect(DISTINCT member.sector) AS present
RETURN topic.name AS theme, organisations, size(present) AS sectors,
       [sector IN known WHERE NOT sector IN present] AS missing
ORDER BY sectors, organisations, topic.id
