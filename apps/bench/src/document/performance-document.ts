import type { Results } from '../results.ts';
import { demoChapter } from './demo-chapter.ts';
import { downloadsChapter } from './downloads-chapter.ts';
import { growthChapter } from './growth-chapter.ts';
import { httpChapter } from './http-chapter.ts';
import { rowsChapter } from './rows-chapter.ts';
import { screensChapter } from './screens-chapter.ts';
import { importChapter } from './import-chapter.ts';
import { summaryChapter } from './summary-chapter.ts';
import { chapterText } from './table.ts';
import { targetsChapter } from './targets-chapter.ts';
import { tilesChapter } from './tiles-chapter.ts';
import { waitingChapter } from './waiting-chapter.ts';

const chapters = [
  targetsChapter,
  summaryChapter,
  tilesChapter,
  growthChapter,
  screensChapter,
  rowsChapter,
  httpChapter,
  downloadsChapter,
  demoChapter,
  importChapter,
  waitingChapter,
];

/** The whole document, as Markdown. */
export function performanceDocument(results: Results): string {
  const { machine, versions } = results;
  const written = chapters.flatMap((chapter) => chapter(results) ?? []).map(chapterText);
  return `# Performance

\`npx pnpm@12.4.2 bench --write\` writes this file. No number is typed by hand. The incidents are synthetic, made up with a fixed seed.

- Machine: ${machine.cores} cores (${machine.processor}), ${(machine.memory / 2 ** 30).toFixed(0)} GiB of memory, ${machine.system}; memory copied at ${(machine.bandwidth / 1e9).toFixed(1)} GB/s by one thread
- Date: ${machine.date}
- Versions: ${versions.join(', ')}

Times vary between runs: rely on the medians and ratios of one run rather than on single times.

${written.join('\n\n')}
`;
}
