// Only in published sites. Their pages are drawn for their plain address: one with a question of its own shows nothing until it can answer.
if (location.search !== '') document.documentElement.dataset.drawn = 'elsewhere';
