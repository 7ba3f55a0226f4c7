import { useSyncExternalStore } from 'react';
import { isEmbedded, themeParameter } from '../controls/embedded.ts';
import { inBrowser } from '../controls/in-browser.ts';
import { onPrint } from '../controls/printing.ts';

export const themeChoices = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];
export type Theme = 'light' | 'dark';

/** Also read by public/theme-at-start.js, before the first paint. */
const storageKey = 'monitor.theme';
const systemIsDark = '(prefers-color-scheme: dark)';
/** The device has colours of its own for everything; only the theme nearest to them fits in. */
const coloursAreForced = '(forced-colors: active)';
const listeners = new Set<() => void>();

let choice: ThemeChoice = readChoice();

function readChoice(): ThemeChoice {
  try {
    const wanted = isEmbedded ? new URLSearchParams(location.search).get(themeParameter) : localStorage.getItem(storageKey);
    return themeChoices.find((one) => one === wanted) ?? 'system';
  } catch {
    // Storage can be forbidden; the choice then lasts as long as the page.
    return 'system';
  }
}

const holds = (query: string) => inBrowser && matchMedia(query).matches;

function currentTheme(): Theme {
  if (choice === 'system' || holds(coloursAreForced)) return holds(systemIsDark) ? 'dark' : 'light';
  return choice;
}

function currentChoice(): ThemeChoice {
  return choice;
}

function show(): void {
  document.documentElement.dataset.theme = currentTheme();
  for (const listener of listeners) listener();
}

// Chromium sends no event to a list that was read between the change and the event, so that these are never read.
if (inBrowser) for (const query of [systemIsDark, coloursAreForced]) matchMedia(query).addEventListener('change', show);

// Paper is light. Only the colours of the style sheet follow: the map, which draws its own, sees to itself (see map/map-on-paper.tsx).
onPrint(
  () => {
    document.documentElement.dataset.theme = 'light';
  },
  () => {
    document.documentElement.dataset.theme = currentTheme();
  },
);

export function chooseTheme(next: ThemeChoice): void {
  choice = next;
  try {
    localStorage.setItem(storageKey, next);
  } catch {
    // See readChoice.
  }
  show();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The theme on the screen and what was chosen. */
export function useTheme(): { readonly theme: Theme; readonly choice: ThemeChoice } {
  const theme = useSyncExternalStore(subscribe, currentTheme, currentTheme);
  const chosen = useSyncExternalStore(subscribe, currentChoice, currentChoice);
  return { theme, choice: chosen };
}
