// Notes how a load ended.
// $number; $properties: map
MATCH (load:Load {number: $number})
SET load += $properties
