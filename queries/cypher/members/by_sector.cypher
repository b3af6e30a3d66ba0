// title: {ja: "分野ごとの会員", en: "Members by sector"}
// question: {ja: "分野ごとに会員はいくつあるか", en: "How many members has each sector?"}
// columns:
//   sector: {ja: "分野", en: "Sector"}
//   organisations: {ja: "会員の数", en: "Members"}
//   participations: {ja: "連携への参加の数", en: "Participations"}
MATCH (organisation:Organisation)
WHERE organisation.memberUntil IS NULL
OPTIONAL MATCH (organisation)-[tie:PARTICIPATES_IN]->(:Collaboration)
RETURN organisation.sector AS sector, count(DISTINCT organisation) AS organisations, count(tie) AS participations
ORDER BY organisations DESC, sector
