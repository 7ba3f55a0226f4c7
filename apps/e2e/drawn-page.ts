import { vi } from 'vitest';

/** The text of a page as the server draws it, with its figures: a busy server sends one without, and has them for the next visitor. */
export async function drawnPage(address: string): Promise<string> {
  const ask = async () => {
    const page = await (await fetch(address, { headers: { accept: 'text/html' } })).text();
    return page.includes('id="first-answers"') ? page : undefined;
  };
  return vi.waitUntil(ask, { timeout: 60_000, interval: 500 });
}

/** What a drawn page, or a part of it, says to somebody who reads it. */
export function textOf(html: string): string {
  const [main = html] = /<main\b.*<\/main>/s.exec(html) ?? [];
  return main
    .replaceAll(/<!--.*?-->|<(?:script|style|title)\b.*?<\/(?:script|style|title)>/gs, '')
    .replaceAll(/<\/?(?:span|a|b|strong|sup|abbr|button)\b[^>]*>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&#(?:x27|39);/g, "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** From the element of a drawn page that has `name="value"` to the next one with an attribute of this name. */
export function partOf(html: string, name: string, value: string): string {
  const [, part] = new RegExp(`<[^>]* ${name}="${value}"[^>]*>(.*?)(?=<[^>]* ${name}="|</main>|$)`, 's').exec(html) ?? [];
  if (part === undefined) throw new Error(`The page has no ${name}="${value}"`);
  return part;
}

/** The cells of the rows of the body of a drawn table. @param name what its caption or label begins with */
export function tableOf(html: string, name: string): string[][] {
  const tables = html.match(/<table\b.*?<\/table>/gs) ?? [];
  const table = tables.find((one) => textOf(one).startsWith(name) || one.includes(`aria-label="${name}`));
  if (table === undefined) throw new Error(`The page has no table "${name}"`);
  const rows = table.replace(/.*<\/thead>/s, '').match(/<tr\b.*?<\/tr>/gs) ?? [];
  return rows.map((row) => (row.match(/<t[hd]\b.*?<\/t[hd]>/gs) ?? []).map(textOf));
}

/** Where a link of a drawn page leads. @param text what it says */
export function linkOf(html: string, text: string): string | undefined {
  const links = html.match(/<a\b.*?<\/a>/gs) ?? [];
  const found = links.find((one) => textOf(one) === text);
  return /href="([^"]*)"/.exec(found ?? '')?.[1]?.replaceAll('&amp;', '&');
}
