import { type Chapter, chapterText } from '../document/table.ts';

const introduction = `# Reliability

\`npx pnpm@12.4.2 bench reliability --write\` writes this file. No number is typed by hand. \`--only\` measures some of the chapters and keeps the
others, so each says when and where it was measured.`;

/** The document with these chapters in place of those of the same title, in the order of `titles`. All other chapters stay as they are. */
export function withChapters(document: string, titles: readonly string[], chapters: readonly Chapter[]): string {
  const written = new Map(chapters.map((chapter) => [chapter.title, chapterText(chapter)]));
  const texts = titles.flatMap((title) => written.get(title) ?? chapterOf(document, title) ?? []);
  return `${[introduction, ...texts].join('\n\n')}\n`;
}

function chapterOf(document: string, title: string): string | undefined {
  const chapters = document.split(/^(?=## )/m);
  return chapters.find((chapter) => chapter.startsWith(`## ${title}\n`))?.trim();
}
