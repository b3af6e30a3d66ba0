// title: {ja: "年度ごとの入会と退会", en: "Members joined and left by fiscal year"}
// question: {ja: "年度（4月〜3月）ごとに、入会、退会、年度末の会員はいくつか", en: "How many organisations joined and left in each fiscal year from April to March, and how many were members at its end?"}
// columns:
//   fiscalYear: {ja: "年度", en: "Fiscal year"}
//   joined: {ja: "入会", en: "Joined"}
//   left: {ja: "退会", en: "Left"}
//   members: {ja: "年度末の会員数", en: "Members at year's end"}
MATCH (member:Organisation)
WHERE member.memberSince IS NOT NULL
WITH (member.memberSince - duration('P3M')).year AS began,
     CASE WHEN member.memberUntil IS NOT NULL THEN (member.memberUntil - duration('P3M')).year END AS ceased,
     count(*) AS members
WITH collect({began: began, ceased: ceased, members: members}) AS spans, min(began) AS first,
     max(coalesce(ceased, began)) AS lastEnd, max(began) AS lastStart
UNWIND range(first, CASE WHEN lastEnd > lastStart THEN lastEnd ELSE lastStart END) AS fiscalYear
UNWIND spans AS span
RETURN fiscalYear, sum(CASE WHEN span.began = fiscalYear THEN span.members ELSE 0 END) AS joined,
       sum(CASE WHEN span.ceased = fiscalYear THEN span.members ELSE 0 END) AS left,
       sum(CASE WHEN span.began <= fiscalYear AND (span.ceased IS NULL OR span.ceased > fiscalYear)
             THEN span.members ELSE 0 END) AS members
ORDER BY fiscalYear
