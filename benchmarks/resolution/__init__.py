"""Resolution of names: how right it is on real names, against peers, and how fast on many made-up ones."""
