// The parts that a load holds of one kind and source, in order.
// $number; $kind; $source
MATCH (load:Load {number: $number})-[:HOLDS]->(part:LoadPart {kind: $kind, source: $source})
RETURN part.content AS content ORDER BY part.part
