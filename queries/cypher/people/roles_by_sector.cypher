// title: {ja: "分野ごとの役割", en: "Roles by sector"}
// question: {ja: "連携の中で、どの分野がどの役割を担っているか（終了した連携は除く）", en: "Which part does each sector play in collaborations, ended ones left out?"}
// columns:
//   sector: {ja: "分野", en: "Sector"}
//   participations: {ja: "参加の数", en: "Participations"}
//   lead: {ja: "主催・幹事", en: "Lead"}
//   partner: {ja: "参加", en: "Partner"}
//   funder: {ja: "資金提供", en: "Funder"}
//   recipient: {ja: "助成先", en: "Recipient"}
//   host: {ja: "会場提供", en: "Host"}
//   adviser: {ja: "助言", en: "Adviser"}
//   unknown: {ja: "役割不明", en: "Role not known"}
MATCH (member:Organisation)-[part:PARTICIPATES_IN]->(work:Collaboration)
WHERE coalesce(work.status, '') <> 'ended'
RETURN member.sector AS sector, count(part) AS participations,
       sum(CASE part.role WHEN 'lead' THEN 1 ELSE 0 END) AS lead,
       sum(CASE part.role WHEN 'partner' THEN 1 ELSE 0 END) AS partner,
       sum(CASE part.role WHEN 'funder' THEN 1 ELSE 0 END) AS funder,
       sum(CASE part.role WHEN 'recipient' THEN 1 ELSE 0 END) AS recipient,
       sum(CASE part.role WHEN 'host' THEN 1 ELSE 0 END) AS host,
       sum(CASE part.role WHEN 'adviser' THEN 1 ELSE 0 END) AS adviser,
       sum(CASE WHEN part.role IS NULL THEN 1 ELSE 0 END) AS unknown
ORDER BY participations DESC, sector
