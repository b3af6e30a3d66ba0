// Keeps a part of what a load said or changed.
// $number; $kind: edition or before; $source: id, or the empty text; $part: from 0; $content: bytes
MATCH (load:Load {number: $number})
CREATE (load)-[:HOLDS]->(:LoadPart {kind: $kind, source: $source, part: $part, content: $content})
