// Runs before the first paint, so that a dark page never flashes white. The choice is made in src/styles/theme.ts.
(function () {
  var choice = null;
  try {
    // In a frame of another site, its address says which.
    choice = location.pathname.endsWith('/embed')
      ? new URLSearchParams(location.search).get('theme')
      : localStorage.getItem('monitor.theme');
  } catch {
    // Storage can be forbidden; the system's choice is used.
  }
  if (matchMedia('(forced-colors: active)').matches) choice = null;
  var dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
