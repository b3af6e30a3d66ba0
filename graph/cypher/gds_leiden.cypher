// Communities by the Leiden method, once for each seed.
UNWIND range(0, size($seeds) - 1) AS run
CALL gds.leiden.stream($name, {
  relationshipWeightProperty: 'weight', gamma: $resolution, randomSeed: $seeds[run], concurrency: 1
}) YIELD nodeId, communityId
RETURN run, nodeId AS node, communityId AS community
