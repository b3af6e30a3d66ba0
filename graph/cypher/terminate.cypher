// Ends the transactions of one run of a query.
SHOW TRANSACTIONS YIELD transactionId AS identifier, metaData AS data
WHERE data.run = $run
TERMINATE TRANSACTIONS identifier YIELD message
RETURN count(message) AS ended
