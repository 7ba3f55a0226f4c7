/**
 * Does something with the page in the light theme, whichever is on the screen: a picture in a file is for paper. Nothing is
 * painted in between, since all of it happens in one go.
 */
export function inLightTheme<Result>(work: () => Result): Result {
  const { dataset } = document.documentElement;
  const shown = dataset.theme;
  // A colour in transition still has its old value.
  const atOnce = new CSSStyleSheet();
  atOnce.replaceSync('*, ::before, ::after { transition: none !important }');
  document.adoptedStyleSheets.push(atOnce);
  dataset.theme = 'light';
  try {
    return work();
  } finally {
    if (shown === undefined) delete dataset.theme;
    else dataset.theme = shown;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== atOnce);
  }
}
