// title: {ja: "分野どうしの組合せ", en: "Pairs of sectors"}
// question: {ja: "一緒に取り組んだことがない、または少ない分野の組合せはどれか", en: "Which pairs of sectors have never worked together, or seldom?"}
// columns:
//   sector: {ja: "分野", en: "Sector"}
//   otherSector: {ja: "もう一方の分野", en: "Other sector"}
//   collaborations: {ja: "共に加わる連携の数", en: "Shared collaborations"}
//   ties: {ja: "申告された関係の数", en: "Declared ties"}
MATCH (organisation:Organisation)
WHERE organisation.sector IS NOT NULL
WITH collect(DISTINCT organisation.sector) AS sectors
CALL (sectors) {
  UNWIND sectors AS one
  UNWIND sectors AS other
  RETURN one, other, 0 AS collaborations, 0 AS ties
  UNION ALL
  MATCH (work:Collaboration)<-[:PARTICIPATES_IN]-(member:Organisation)
  WITH work, collect(DISTINCT member.sector) AS joined
  UNWIND joined AS one
  UNWIND joined AS other
  RETURN one, other, count(work) AS collaborations, 0 AS ties
  UNION ALL
  MATCH (start:Organisation)-[tie:TIED_TO]->(end:Organisation)
  WITH tie, [start.sector, end.sector] AS tied
  RETURN CASE WHEN tied[0] < tied[1] THEN tied[0] ELSE tied[1] END AS one,
         CASE WHEN tied[0] < tied[1] THEN tied[1] ELSE tied[0] END AS other, 0 AS collaborations, count(tie) AS ties
}
WITH one, other, sum(collaborations) AS collaborations, sum(ties) AS ties
WHERE one < other
RETURN one AS sector, other AS otherSector, collaborations, ties
ORDER BY collaborations, ties, sector, otherSector
