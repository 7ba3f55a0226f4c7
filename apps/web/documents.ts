import { Marked } from 'marked';
import type { Plugin } from 'vite';

/**
 * Gives documents in Markdown as HTML to what imports them, with addresses within the page, and the list of its sections. What they say of
 * the code, between comments or as the last column of a table, is for those who read the files.
 * `?part` puts the headings one level lower, for a part of another document.
 */
export const documents: Plugin = {
  name: 'documents',
  enforce: 'pre',
  transform: {
    filter: { id: /\.md(?:\?part)?$/ },
    handler(text, id) {
      const html = htmlOf(withoutCode(text), id.endsWith('?part') ? 1 : 0);
      const sections = [...html.matchAll(/<h2 id="(.*?)">(.*?)<\/h2>/g)].map(([, address, title]) => ({ id: address, title }));
      return { code: `export default ${JSON.stringify(html)}; export const contents = ${JSON.stringify(sections)}`, map: null };
    },
  },
};

function withoutCode(text: string): string {
  return text
    .replaceAll(/<!-- code -->.*?<!-- \/code -->\n?/gs, '')
    .replaceAll(/<!--.*?-->\n*/gs, '')
    .replaceAll(/^(\|.*\|) in the code \|\n(\|.*\|) -+ \|$/gm, '$1\n$2')
    .replaceAll(/^(\|.*\|) `\w+` in `.*?` \|$/gm, '$1');
}

/** The address within a page of a heading or of a paragraph that begins with bold words: `ratio-of-two-rates`. */
function anchor(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '-');
}

/** @param lower by how many levels the headings are put lower */
function htmlOf(text: string, lower: number): string {
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text: words }) {
        const level = depth + lower;
        return `<h${level} id="${anchor(words)}">${this.parser.parseInline(tokens)}</h${level}>\n`;
      },
      paragraph({ tokens }) {
        const [first] = tokens;
        const id = first?.type === 'strong' ? ` id="${anchor(first.raw)}"` : '';
        return `<p${id}>${this.parser.parseInline(tokens)}</p>\n`;
      },
      link({ href, tokens }) {
        // Documents that are shown on one page refer to each other by file.
        const within = /^[\w-]+\.md(#.+)$/.exec(href)?.[1];
        if (within === undefined) throw new Error(`"${href}" leads nowhere on a page. Give the heading too: file.md#heading`);
        return `<a href="${within}">${this.parser.parseInline(tokens)}</a>`;
      },
    },
  });
  return marked.parse(text, { async: false });
}
