// Holds the journal until the end of the transaction, so that those who write follow one another.
MERGE (journal:Journal {id: 'journal'})
SET journal.held = timestamp()
