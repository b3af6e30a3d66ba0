// title: {ja: "一つの分野だけの連携", en: "Collaborations of a single sector"}
// question: {ja: "ほかの分野の組織がまだ加わっていない連携はどれか（終了したものは除く）", en: "Which collaborations has no organisation of another sector joined yet, ended ones left out?"}
// parameters:
//   sector: {type: string, default: null, values: Organisation.sector, ja: "この分野だけ", en: "Only this sector"}
// columns:
//   collaboration: {ja: "連携", en: "Collaboration"}
//   collaborationKind: {ja: "種別", en: "Kind"}
//   sector: {ja: "分野", en: "Sector"}
//   organisations: {ja: "組織の数", en: "Organisations"}
//   themes: {ja: "テーマ", en: "Themes"}
MATCH (work:Collaboration)<-[:PARTICIPATES_IN]-(member:Organisation)
WHERE coalesce(work.status, '') <> 'ended'
WITH work, collect(DISTINCT coalesce(member.sector, '')) AS sectors, count(DISTINCT member) AS organisations
WHERE size(sectors) = 1 AND organisations > 1 AND sectors[0] <> '' AND ($sector IS NULL OR sectors[0] = $sector)
RETURN work.name AS collaboration, work.kind AS collaborationKind, sectors[0] AS sector, organisations,
       COLLECT { MATCH (work)-[:ADDRESSES]->(topic:Theme) RETURN topic.name ORDER BY topic.id } AS themes
ORDER BY organisations DESC, work.id
