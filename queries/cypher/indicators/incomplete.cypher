// title: {ja: "引用するのに足りないところのある値", en: "Values that are not ready to cite"}
// question: {ja: "時点・母集団・回答数・出典のどれかが書かれていない観測値はどれか", en: "Which observed values lack a period, a population, a number of answers or a source?"}
// columns:
//   indicator: {ja: "指標", en: "Indicator"}
//   observation: {ja: "観測値のID", en: "Id of the observation"}
//   value: {ja: "値", en: "Value"}
//   period: {ja: "時点", en: "Period"}
//   missing: {ja: "書かれていない項目", en: "What is not written"}
MATCH (seen:Observation)
OPTIONAL MATCH (figure:Indicator)-[:OBSERVED]->(seen)
WITH figure, seen,
     [key IN ['period', 'population', 'sampleSize', 'sources'] WHERE seen[key] IS NULL OR seen[key] = []] AS missing
WHERE size(missing) > 0
RETURN figure.name AS indicator, seen.id AS observation, seen.value AS value, seen.period AS period, missing
ORDER BY size(missing) DESC, figure.id, seen.id
