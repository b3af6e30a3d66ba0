// The last day on which something was retrieved or confirmed, and when the newest load ended.
OPTIONAL MATCH (source:Source)
WITH max(source.retrievedOn) AS retrieved
OPTIONAL MATCH ()-[tie:TYPES]->()
WITH retrieved, max(tie.confirmedOn) AS confirmed
OPTIONAL MATCH (load:Load {state: 'done'})
RETURN retrieved, confirmed, max(load.finishedAt) AS loaded
