import type { ChangeOptions } from '@monitor/store';
import type { CommandContext } from './command-context.ts';
import { progressBar, stageWords } from './progress-bar.ts';

/** Shows a progress bar while incidents are removed or changed. @param stage what is being done */
export async function whileChanging<Result>(
  { errors }: CommandContext,
  stage: string,
  change: (shown: Pick<ChangeOptions, 'onWait' | 'onProgress'>) => Promise<Result>,
): Promise<Result> {
  const bar = progressBar(errors);
  try {
    return await change({
      onWait: () => bar.update(0, 0, 0, stageWords('waiting', stage)),
      onProgress: ({ done, total }) => bar.update(done, total, done, stage),
    });
  } finally {
    bar.stop();
  }
}
