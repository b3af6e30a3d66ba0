// title: {ja: "テーマごとの課題と資源", en: "Needs and resources by theme"}
// question: {ja: "未解決の課題の数に比べて、空いた資源や担い手の少ないテーマはどれか", en: "On which themes are free resources or organisations few for the number of open needs?"}
// parameters:
//   day: {type: date, default: null, ja: "資源が使えるかを見る日。省くと今日", en: "Day on which resources have to be available; today when left out"}
// columns:
//   theme: {ja: "テーマ", en: "Theme"}
//   openNeeds: {ja: "未解決の課題の数", en: "Open needs"}
//   freeResources: {ja: "空いた資源の数", en: "Free resources"}
//   shortage: {ja: "課題と資源の数の差", en: "Needs minus resources"}
//   organisations: {ja: "担い手の数", en: "Organisations that work on it"}
//   needsPerTenOrganisations: {ja: "担い手10当たりの課題の数", en: "Needs for ten organisations"}
// example: {day: 2026-03-31}
WITH coalesce($day, date()) AS day
MATCH (topic:Theme)
WHERE NOT EXISTS { (topic)<-[:BROADER]-(:Theme) }
WITH topic,
  COUNT {
    MATCH (topic)<-[:ADDRESSES]-(asked:Need)
    WHERE asked.closedOn IS NULL
    RETURN DISTINCT asked
  } AS openNeeds,
  COUNT {
    MATCH (topic)<-[:ADDRESSES]-(offered:Resource)
    WHERE coalesce(offered.availableFrom, day) <= day AND coalesce(offered.availableUntil, day) >= day
      AND NOT EXISTS { MATCH (offered)<-[taken:MATCHED_WITH]-(:Need) WHERE taken.status IN ['accepted', 'done'] }
      AND (NOT EXISTS { (offered)<-[:OFFERS]-() } OR EXISTS {
        MATCH (offered)<-[:OFFERS]-(owner) WHERE owner.memberUntil IS NULL AND owner.dissolvedOn IS NULL
      })
    RETURN DISTINCT offered
  } AS freeResources,
  COUNT {
    MATCH (topic)<-[:WORKS_ON]-(member:Organisation)
    WHERE member.memberUntil IS NULL AND member.dissolvedOn IS NULL
    RETURN DISTINCT member
  } AS organisations
RETURN topic.name AS theme, openNeeds, freeResources, openNeeds - freeResources AS shortage, organisations,
       CASE WHEN organisations > 0 THEN round(10.0 * openNeeds / organisations, 1) END AS needsPerTenOrganisations
ORDER BY shortage DESC, openNeeds DESC, topic.id
