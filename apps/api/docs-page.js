// What the library's page leaves out: a width for phones, dark mode, names for its fields, and the way to a code of the problem table.
const viewport = document.createElement('meta');
viewport.name = 'viewport';
viewport.content = 'width=device-width, initial-scale=1';
document.head.append(viewport);

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const showTheme = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', showTheme);
showTheme();

let wanted = decodeURIComponent(window.location.hash.slice(1));
const complete = () => {
  for (const field of document.querySelectorAll('[data-param-name] :is(input, select, textarea):not([aria-label])'))
    field.setAttribute('aria-label', field.closest('[data-param-name]').dataset.paramName);
  for (const area of document.querySelectorAll('pre:not([tabindex])')) area.tabIndex = 0;
  const target = wanted && document.getElementById(wanted);
  if (!target) return;
  wanted = '';
  target.scrollIntoView();
};
new MutationObserver(complete).observe(document.body, { childList: true, subtree: true });
