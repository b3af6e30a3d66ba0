// title: {ja: "市町村ごとの組織の分野", en: "Sectors by municipality"}
// question: {ja: "どの市町村にどの分野の組織がないか", en: "Which sectors have no organisation in which municipality?"}
// columns:
//   code: {ja: "団体コード", en: "Code"}
//   municipality: {ja: "市町村", en: "Municipality"}
//   organisations: {ja: "所在する組織の数", en: "Organisations located there"}
//   sectors: {ja: "分野の数", en: "Number of sectors"}
//   missing: {ja: "組織のない分野", en: "Sectors with no organisation"}
MATCH (anyone:Organisation)
WHERE anyone.memberUntil IS NULL AND anyone.dissolvedOn IS NULL AND anyone.sector IS NOT NULL
WITH DISTINCT anyone.sector AS sector
ORDER BY sector
WITH collect(sector) AS known
MATCH (place:Municipality)
WHERE NOT EXISTS { (place)-[:PART_OF]->(:Municipality) }
OPTIONAL MATCH (place)<-[:PART_OF*0..1]-(:Municipality)<-[:LOCATED_IN]-(member:Organisation)
WHERE member.memberUntil IS NULL AND member.dissolvedOn IS NULL
WITH place, known, count(DISTINCT member) AS organisations, collect(DISTINCT member.sector) AS present
RETURN place.code AS code, place.name AS municipality, organisations, size(present) AS sectors,
       [sector IN known WHERE NOT sector IN present] AS missing
ORDER BY sectors, organisations, code
