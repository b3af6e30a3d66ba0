// title: {ja: "連携がまたがる分野の数", en: "How many sectors collaborations join"}
// question: {ja: "一つの分野だけの連携、二つ、三つ……の分野がそろう連携はそれぞれいくつか（終了したものは除く）", en: "How many collaborations have organisations of one sector only, of two, of three and so on, ended ones left out?"}
// columns:
//   sectors: {ja: "分野の数", en: "Sectors"}
//   collaborations: {ja: "連携の数", en: "Collaborations"}
//   share: {ja: "割合", en: "Share"}
//   averageOrganisations: {ja: "組織の数の平均", en: "Average organisations"}
MATCH (work:Collaboration)<-[:PARTICIPATES_IN]-(member:Organisation)
WHERE coalesce(work.status, '') <> 'ended'
WITH work, count(DISTINCT member) AS organisations, count(DISTINCT member.sector) AS sectors
WITH sectors, count(work) AS collaborations, avg(organisations) AS averageOrganisations
WITH collect([sectors, collaborations, averageOrganisations]) AS found, sum(collaborations) AS all
UNWIND found AS row
RETURN row[0] AS sectors, row[1] AS collaborations, toFloat(row[1]) / all AS share, row[2] AS averageOrganisations
ORDER BY sectors
