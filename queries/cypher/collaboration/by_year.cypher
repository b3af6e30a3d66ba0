// title: {ja: "年度ごとの連携の開始と終了", en: "Collaborations begun and ended by fiscal year"}
// question: {ja: "年度（4月〜3月）ごとに、始まった連携、終わった連携、年度末に続いている連携はいくつか（準備中は除く）", en: "How many collaborations began and ended in each fiscal year from April to March, and how many ran at its end, planned ones left out?"}
// columns:
//   fiscalYear: {ja: "年度", en: "Fiscal year"}
//   started: {ja: "始まった連携", en: "Begun"}
//   ended: {ja: "終わった連携", en: "Ended"}
//   ongoing: {ja: "年度末に続く連携", en: "Running at year's end"}
MATCH (work:Collaboration)
WHERE work.startDate IS NOT NULL AND coalesce(work.status, '') <> 'planned'
WITH (work.startDate - duration('P3M')).year AS began,
     CASE WHEN work.endDate IS NOT NULL THEN (work.endDate - duration('P3M')).year
          WHEN work.status = 'ended' THEN 0 END AS ceased, // it ended, nobody knows when
     count(*) AS works
WITH collect({began: began, ceased: ceased, works: works}) AS spans, min(began) AS first,
     max(coalesce(ceased, began)) AS lastEnd, max(began) AS lastStart
UNWIND range(first, CASE WHEN lastEnd > lastStart THEN lastEnd ELSE lastStart END) AS fiscalYear
UNWIND spans AS span
RETURN fiscalYear, sum(CASE WHEN span.began = fiscalYear THEN span.works ELSE 0 END) AS started,
       sum(CASE WHEN span.ceased = fiscalYear THEN span.works ELSE 0 END) AS ended,
       sum(CASE WHEN span.began <= fiscalYear AND (span.ceased IS NULL OR span.ceased > fiscalYear) THEN span.works ELSE 0 END)
         AS ongoing
ORDER BY fiscalYear
