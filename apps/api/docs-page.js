// What the library's page leaves out: a width for phones, dark mode, names for its fields, copying of examples, and the way to a code of the
// problem table.
const viewport = document.createElement('meta');
viewport.name = 'viewport';
viewport.content = 'width=device-width, initial-scale=1';
document.head.append(viewport);

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const showTheme = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', showTheme);
showTheme();

const addCopyButton = (block) => {
  const code = block.querySelector('code') ?? block;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy-example';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    // Without TLS, browsers have no clipboard for pages.
    await navigator.clipboard?.writeText(code.textContent.trim());
    if (!navigator.clipboard) window.getSelection().selectAllChildren(code);
    button.textContent = navigator.clipboard ? 'Copied' : 'Selected';
    setTimeout(() => (button.textContent = 'Copy'), 2000);
  });
  block.before(button);
  block.dataset.copyable = '';
};

let wanted = decodeURIComponent(window.location.hash.slice(1));
const complete = () => {
  for (const field of document.querySelectorAll('[data-param-name] :is(input, select, textarea):not([aria-label])'))
    field.setAttribute('aria-label', field.closest('[data-param-name]').dataset.paramName);
  for (const block of document.querySelectorAll('.opblock-description pre:not([data-copyable])')) addCopyButton(block);
  for (const area of document.querySelectorAll('pre:not([tabindex])')) area.tabIndex = 0;
  const target = wanted && document.getElementById(wanted);
  if (!target) return;
  wanted = '';
  target.scrollIntoView();
};
new MutationObserver(complete).observe(document.body, { childList: true, subtree: true });
