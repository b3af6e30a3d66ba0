// Takes judgements away, and the records that no other judgement is about.
// $pairs: list of [id, id]
UNWIND $pairs AS pair
MATCH (one:Alias {id: pair[0]})-[tie:SAME_AS|DIFFERENT_FROM]-(other:Alias {id: pair[1]})
DELETE tie
WITH DISTINCT one, other
UNWIND [one, other] AS alias
WITH DISTINCT alias
WHERE NOT EXISTS { (alias)-[:SAME_AS|DIFFERENT_FROM]-() }
DELETE alias
