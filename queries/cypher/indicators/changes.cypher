// title: {ja: "指標の変化", en: "Changes of the indicators"}
// question: {ja: "二つの時点の間で、各指標の値はどれだけ変わったか(%の差はポイント。市町村の空欄は県全体など)", en: "By how much did each indicator change between two periods? (Differences of % are in points; no municipality: the prefecture as a whole and the like.)"}
// parameters:
//   earlier: {type: string, values: Observation.period, ja: "前の時点", en: "The earlier period"}
//   later: {type: string, values: Observation.period, ja: "後の時点", en: "The later period"}
// columns:
//   indicator: {ja: "指標", en: "Indicator"}
//   population: {ja: "母集団", en: "Population"}
//   municipality: {ja: "市町村", en: "Municipality"}
//   before: {ja: "前の値", en: "Earlier value"}
//   after: {ja: "後の値", en: "Later value"}
//   change: {ja: "差(後 − 前)", en: "Difference"}
//   unit: {ja: "値の単位", en: "Unit"}
//   answersBefore: {ja: "前の回答数", en: "Answers, earlier"}
//   answersAfter: {ja: "後の回答数", en: "Answers, later"}
// example: {earlier: 前回調査, later: 令和6年度}
MATCH (old:Observation {period: $earlier})<-[:OBSERVED]-(figure:Indicator)-[:OBSERVED]->(new:Observation {period: $later})
OPTIONAL MATCH (old)-[:OF]->(oldPlace:Municipality)
OPTIONAL MATCH (new)-[:OF]->(place:Municipality)
WITH figure, old, new, oldPlace, place
WHERE coalesce(old.population, '') = coalesce(new.population, '') AND coalesce(oldPlace.id, '') = coalesce(place.id, '')
RETURN figure.name AS indicator, new.population AS population, place.name AS municipality, old.value AS before,
       new.value AS after, round(new.value - old.value, 6) AS change, figure.unit AS unit,
       old.sampleSize AS answersBefore, new.sampleSize AS answersAfter
ORDER BY figure.id, place.code, old.id, new.id
