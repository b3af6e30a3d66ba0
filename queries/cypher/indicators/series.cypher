// title: {ja: "指標の値", en: "Values of the indicators"}
// question: {ja: "各指標の値は、いつ、だれについて、何人の回答で、どの資料によるといくらか(市町村の空欄は県全体など)", en: "What is the value of each indicator, when, of whom, from how many answers, and by which document? (No municipality: the prefecture as a whole and the like.)"}
// parameters:
//   indicator: {type: string, default: null, values: Indicator.name, ja: "指標", en: "An indicator"}
// columns:
//   indicator: {ja: "指標", en: "Indicator"}
//   period: {ja: "時点", en: "Period"}
//   value: {ja: "値", en: "Value"}
//   unit: {ja: "単位", en: "Unit"}
//   population: {ja: "母集団", en: "Population"}
//   municipality: {ja: "市町村", en: "Municipality"}
//   sampleSize: {ja: "回答数", en: "Number of answers"}
//   sources: {ja: "出典の標題", en: "Titles of the sources"}
MATCH (figure:Indicator)-[:OBSERVED]->(seen:Observation)
WHERE $indicator IS NULL OR $indicator IN [figure.id, figure.name]
OPTIONAL MATCH (seen)-[:OF]->(place:Municipality)
RETURN figure.name AS indicator, seen.period AS period, seen.value AS value, figure.unit AS unit,
  seen.population AS population, place.name AS municipality, seen.sampleSize AS sampleSize,
  COLLECT {
    UNWIND seen.sources AS cited
    MATCH (document:Source {id: cited})
    RETURN document.title ORDER BY document.id
  } AS sources
ORDER BY figure.id, place.code, seen.id
