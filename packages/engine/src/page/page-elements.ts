import { fallbackLanguage } from '@monitor/domain';
import { siteFocus } from '@monitor/geography';
import { escapeMarkup } from './escape-markup.ts';

/** Data inside a page, which browsers do not run. The character that could end the element is escaped. */
export function dataElement(data: unknown, attributes: string): string {
  return `<script ${attributes}>${JSON.stringify(data).replaceAll('<', String.raw`\u003c`)}</script>`;
}

/** The built page with its title, what search engines say of it, and what it is about. */
export function withFocus(page: string): string {
  const {
    title,
    region,
    languages: [language = fallbackLanguage],
  } = siteFocus();
  const description = `Where, when and how firearms are used in ${region}: incidents on a map, with trends that can be trusted.`;
  const elements = [
    `<title>${escapeMarkup(title)}</title>`,
    `<meta name="description" content="${escapeMarkup(description)}" />`,
    dataElement(siteFocus(), 'type="application/json" id="focus"'),
  ];
  return page.replace('<html lang="en">', `<html lang="${language}">`).replace('<!-- focus -->', () => elements.join('\n    '));
}
