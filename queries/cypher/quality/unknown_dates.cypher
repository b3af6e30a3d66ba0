// title: {ja: "分からない日付", en: "Dates not known"}
// question: {ja: "入会、開始、終了などの日付が分からないもの、年や年月しか分からないものは、いくつあるか", en: "Of how many are dates of joining, beginning, ending and so on not known, or known by year or month only?"}
// columns:
//   kind: {ja: "種類", en: "Kind"}
//   property: {ja: "日付", en: "Date"}
//   number: {ja: "数", en: "Number"}
//   unknown: {ja: "分からない数", en: "Unknown"}
//   partly: {ja: "年・年月のみの数", en: "Year or month only"}
CALL () {
  MATCH (one:Organisation)
  RETURN 'Organisation' AS kind, 'memberSince' AS property, one.memberSince AS day, one.datePrecision AS precision
  UNION ALL
  MATCH (one:Collaboration)
  RETURN 'Collaboration' AS kind, 'startDate' AS property, one.startDate AS day, one.datePrecision AS precision
  UNION ALL
  MATCH (one:Collaboration {status: 'ended'})
  RETURN 'Collaboration' AS kind, 'endDate' AS property, one.endDate AS day, one.datePrecision AS precision
  UNION ALL
  MATCH (one:Event)
  RETURN 'Event' AS kind, 'date' AS property, one.date AS day, one.datePrecision AS precision
  UNION ALL
  MATCH (one:Need)
  RETURN 'Need' AS kind, 'openedOn' AS property, one.openedOn AS day, one.datePrecision AS precision
  UNION ALL
  MATCH (one:Resource)
  RETURN 'Resource' AS kind, 'availableFrom' AS property, one.availableFrom AS day, one.datePrecision AS precision
  UNION ALL
  MATCH (:Organisation)-[one:PARTICIPATES_IN]->(:Collaboration)
  RETURN 'PARTICIPATES_IN' AS kind, 'since' AS property, one.since AS day, one.datePrecision AS precision
  UNION ALL
  MATCH (:Organisation)-[one:TIED_TO]->(:Organisation)
  RETURN 'TIED_TO' AS kind, 'since' AS property, one.since AS day, one.datePrecision AS precision
}
RETURN kind, property, count(*) AS number, sum(CASE WHEN day IS NULL THEN 1 ELSE 0 END) AS unknown,
       sum(CASE WHEN any(text IN coalesce(precision, []) WHERE text STARTS WITH property + ':') THEN 1 ELSE 0 END) AS partly
ORDER BY unknown DESC, partly DESC, kind, property
