"""Pages: findings in, one offline HTML file out."""
