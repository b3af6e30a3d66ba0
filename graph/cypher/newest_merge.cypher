// The newest load that has not been taken back, and what it merged, where it is a merge.
MATCH (load:Load {state: 'done'})
RETURN load.number AS number, load.merged AS merged
ORDER BY number DESC
LIMIT 1
