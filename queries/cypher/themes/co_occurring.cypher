// title: {ja: "同じ連携で扱われるテーマ", en: "Themes in the same collaborations"}
// question: {ja: "どのテーマとどのテーマが、同じ連携の中で一緒に扱われているか", en: "Which themes are addressed together by the same collaborations?"}
// parameters:
//   theme: {type: string, default: null, values: Theme.name, ja: "組の一方のテーマ", en: "One theme of the pair"}
//   limit: {type: integer, default: 20, least: 1, ja: "行数", en: "Number of rows"}
// columns:
//   theme: {ja: "テーマ", en: "Theme"}
//   otherTheme: {ja: "もう一方のテーマ", en: "Other theme"}
//   collaborations: {ja: "両方を扱う連携の数", en: "Collaborations on both"}
//   running: {ja: "うち終了していない数", en: "Of these not ended"}
//   organisations: {ja: "参加する組織の数", en: "Organisations that take part"}
MATCH (one:Theme)<-[:ADDRESSES]-(work:Collaboration)-[:ADDRESSES]->(other:Theme)
WHERE one.id < other.id
  AND ($theme IS NULL OR $theme IN [one.id, one.name, other.id, other.name])
OPTIONAL MATCH (work)<-[:PARTICIPATES_IN]-(member:Organisation)
WITH one, other, count(DISTINCT work) AS collaborations, count(DISTINCT member) AS organisations,
     count(DISTINCT CASE WHEN coalesce(work.status, 'active') <> 'ended' THEN work END) AS running
RETURN one.name AS theme, other.name AS otherTheme, collaborations, running, organisations
ORDER BY collaborations DESC, organisations DESC, one.id, other.id
LIMIT $limit
