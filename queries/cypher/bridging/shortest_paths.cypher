// title: {ja: "二つの組織の間の最短のつながり", en: "Shortest ways between two organisations"}
// question: {ja: "ある組織から別の組織へ、だれを介し、どの連携や関係をたどれば最も近いか（線の数で数え、関係は1本、連携をはさむと2本）", en: "Through whom, and by which collaborations and ties, is one organisation nearest to another, a tie counted as one line and a shared collaboration as two?"}
// parameters:
//   organisation: {type: string, values: Organisation.id, ja: "出発する組織", en: "Organisation to start from"}
//   other: {type: string, values: Organisation.id, ja: "行き着く組織", en: "Organisation to reach"}
//   limit: {type: integer, default: 10, least: 1, ja: "同じ長さの道すじを示す数", en: "How many of the ways that are equally short"}
// columns:
//   lines: {ja: "線の数", en: "Lines"}
//   organisations: {ja: "通る組織", en: "Organisations on the way"}
//   through: {ja: "間の連携・関係", en: "What joins them"}
// example: {organisation: ORG-001, other: ORG-270}
MATCH (start:Organisation {id: $organisation})
CALL (start) {
  MATCH (end:Organisation {id: $other})
  RETURN end
}
MATCH way = allShortestPaths((start)-[:PARTICIPATES_IN|TIED_TO*..30]-(end))
WITH nodes(way) AS stops, relationships(way) AS lines
WITH stops, size(lines) AS lines,
     [i IN range(0, size(lines) - 1) WHERE stops[i]:Collaboration OR type(lines[i]) = 'TIED_TO' |
      CASE type(lines[i]) WHEN 'TIED_TO' THEN lines[i].kind ELSE stops[i].name END] AS through
RETURN lines, [stop IN stops WHERE stop:Organisation | stop.name] AS organisations, through
ORDER BY [stop IN stops | stop.id], through
LIMIT $limit
