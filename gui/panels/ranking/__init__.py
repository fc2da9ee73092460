"""The tab Ranking: a whole dataset, from best to worst."""
