// Between which labels the relationships of a type lead; looks at each of them once.
// QUOTED: a type, quoted
MATCH (one)-[:QUOTED]->(other)
WITH labels(one) AS starts, labels(other) AS ends, count(*) AS count
UNWIND CASE starts WHEN [] THEN [''] ELSE starts END AS start
UNWIND CASE ends WHEN [] THEN [''] ELSE ends END AS end
RETURN start, end, sum(count) AS count
ORDER BY start, end
