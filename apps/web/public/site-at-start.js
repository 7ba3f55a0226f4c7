// Only in published sites.
// Hosts put a slash behind the address of a folder, which no page of ours has but the first.
if (location.pathname.endsWith('/') && location.pathname !== new URL('.', document.currentScript.src).pathname)
  history.replaceState(null, '', location.pathname.slice(0, -1) + location.search + location.hash);
// Pages are drawn for their plain address: one with a question of its own shows nothing until it can answer.
if (location.search !== '') document.documentElement.dataset.drawn = 'elsewhere';
