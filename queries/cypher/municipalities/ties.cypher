// title: {ja: "市町村どうしの結びつき", en: "Ties between municipalities"}
// question: {ja: "どの市町村とどの市町村の組織が、連携や関係で最も多く結ばれているか(終了した連携を除く)", en: "The organisations of which municipalities are joined by most collaborations and declared ties? (Collaborations that have ended do not count.)"}
// parameters:
//   municipality: {type: string, default: null, values: Municipality.name, ja: "組の一方の市町村。区は市に含める", en: "One municipality of the pair; wards count for their city"}
//   limit: {type: integer, default: 20, least: 1, ja: "行数", en: "Number of rows"}
// columns:
//   code: {ja: "団体コード", en: "Code"}
//   municipality: {ja: "市町村", en: "Municipality"}
//   otherCode: {ja: "もう一方の団体コード", en: "Code of the other"}
//   otherMunicipality: {ja: "もう一方の市町村", en: "Other municipality"}
//   collaborations: {ja: "共にする連携の数", en: "Shared collaborations"}
//   declaredTies: {ja: "申告された関係の数", en: "Declared ties"}
//   neighbours: {ja: "隣り合っているか", en: "Whether they share a border"}
CALL () {
  MATCH (work:Collaboration)<-[:PARTICIPATES_IN]-(:Organisation)-[:LOCATED_IN]->(:Municipality)-[:PART_OF*0..1]->(place:Municipality)
  WHERE coalesce(work.status, 'active') <> 'ended' AND NOT EXISTS { (place)-[:PART_OF]->(:Municipality) }
  WITH DISTINCT work, place
  ORDER BY place.code
  WITH work, collect(place) AS places
  UNWIND range(0, size(places) - 2) AS i
  UNWIND places[i + 1..] AS other
  RETURN places[i] AS one, other, 1 AS collaboration, 0 AS tie
  UNION ALL
  MATCH (a:Municipality)<-[:PART_OF*0..1]-(:Municipality)<-[:LOCATED_IN]-(:Organisation)-[:TIED_TO]->(:Organisation)
        -[:LOCATED_IN]->(:Municipality)-[:PART_OF*0..1]->(b:Municipality)
  WHERE a <> b AND NOT EXISTS { (a)-[:PART_OF]->(:Municipality) } AND NOT EXISTS { (b)-[:PART_OF]->(:Municipality) }
  RETURN CASE WHEN a.code < b.code THEN a ELSE b END AS one, CASE WHEN a.code < b.code THEN b ELSE a END AS other,
         0 AS collaboration, 1 AS tie
}
WITH one, other, sum(collaboration) AS collaborations, sum(tie) AS declaredTies
WHERE $municipality IS NULL OR $municipality IN [one.id, one.name, other.id, other.name]
RETURN one.code AS code, one.name AS municipality, other.code AS otherCode, other.name AS otherMunicipality,
       collaborations, declaredTies, EXISTS { (one)-[:ADJACENT_TO]-(other) } AS neighbours
ORDER BY collaborations DESC, declaredTies DESC, code, otherCode
LIMIT $limit
