import { notices } from '@monitor/domain';
import type { OgcLink } from '@monitor/contract';
import { ogcRoot } from './addresses.ts';

/** Text that is HTML already. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | null | undefined | readonly Part[];

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function written(part: Part): string {
  if (part instanceof Html) return part.text;
  if (part === null || part === undefined) return '';
  if (typeof part === 'object') return part.map(written).join('');
  return String(part).replace(/[&<>"']/g, (character) => entities[character]!);
}

/** HTML in which everything put in is text, unless it is HTML itself. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(pieces.map((piece, index) => piece + written(parts[index])).join(''));
}

/** Path of the one style sheet of these pages. */
export const stylePath = `${ogcRoot}/page.css`;

export interface Page {
  readonly title: string;
  /** Pages above this one, from the landing page: title and address. */
  readonly above: readonly (readonly [title: string, href: string])[];
  readonly links: readonly OgcLink[];
  readonly content: Html;
  /** Footnotes beside those that every page has. */
  readonly notes?: readonly string[] | undefined;
  /** True where something on it is made up. */
  readonly synthetic?: boolean;
}

/** A whole page without scripts. */
export function pageText({ title, above, links, content, notes = [], synthetic = false }: Page): string {
  const json = links.find(({ rel, type }) => rel === 'alternate' && type !== 'text/html');
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} – Open Armed Violence Monitor</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${stylePath}" />
        ${links.filter(({ rel }) => ['alternate', 'next', 'license'].includes(rel)).map(({ rel, href, type }) => html`<link rel="${rel}" ${type === undefined ? '' : html` type="${type}"`} href="${href}" /> `)}
      </head>
      <body>
        <header>
          <nav aria-label="Breadcrumb">
            <ol>
              <li><a href="/">Open Armed Violence Monitor</a></li>
              ${above.map(([name, href]) => html`<li><a href="${href}">${name}</a></li>`)}
            </ol>
          </nav>
        </header>
        <main>
          ${synthetic ? html`<p class="synthetic">${notices.synthetic}</p>` : ''}
          <h1>${title}</h1>
          ${content}
        </main>
        <footer>
          ${json === undefined ? '' : html`<p><a href="${json.href}">This page as JSON</a></p>`}
          <p>* ${notices.kosovo}</p>
          ${notes.map((note) => html`<p>${note}</p>`)}
        </footer>
      </body>
    </html> `.text;
}

/** A list of links with their titles. */
export function linkList(links: readonly OgcLink[]): Html {
  return html`<ul>
    ${links.map(({ href, title }) => html`<li><a href="${href}">${title ?? href}</a></li>`)}
  </ul>`;
}

/** Names with what they are. */
export function definitions(rows: readonly (readonly [name: Html | string, value: Html | string | number | null])[]): Html {
  return html`<dl>
    ${rows.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value ?? 'not reported'}</dd>
        </div>`,
    )}
  </dl>`;
}

/** A sentence whose words between backquotes are code. */
export function withCode(text: string): Html {
  return html`${text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}
