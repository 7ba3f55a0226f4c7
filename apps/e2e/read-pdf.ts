import { readFile } from 'node:fs/promises';
import { extractText, getDocumentProxy } from 'unpdf';

/** A PDF as programs of people who do not see it read it. */
export interface Pdf {
  readonly pages: readonly string[];
  readonly title: unknown;
  readonly language: unknown;
  readonly marked: boolean | undefined;
  /** Titles of the outline, those of both levels in a row. */
  readonly outline: readonly string[];
  /** Roles of the structure of the first page, such as `Table` and `Figure`. */
  readonly roles: ReadonlySet<string>;
}

export async function readPdf(path: string): Promise<Pdf> {
  const document = await getDocumentProxy(new Uint8Array(await readFile(path)));
  const { text } = await extractText(document, { mergePages: false });
  const [{ info }, marks, outline] = await Promise.all([document.getMetadata(), document.getMarkInfo(), document.getOutline()]);
  const roles = new Set<string>();
  const visitNode = (node: object) => {
    if ('role' in node) roles.add(String(node.role));
    if ('children' in node) for (const child of node.children as object[]) visitNode(child);
  };
  for (let page = 1; page <= document.numPages; page++) visitNode((await (await document.getPage(page)).getStructTree()) ?? {});
  const { Title: title, Language: language } = info as { readonly Title?: string; readonly Language?: string };
  const titles = (outline ?? []).flatMap(({ title: own, items }) => [own, ...items.map((item: { title: string }) => item.title)]);
  return {
    pages: text.map((page) => page.replaceAll(/\s+/g, ' ')),
    title,
    language,
    marked: marks?.Marked,
    outline: titles,
    roles,
  };
}
