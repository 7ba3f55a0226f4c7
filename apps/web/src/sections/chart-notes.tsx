import { siteFocus } from '@monitor/geography';
import { datasetNotes } from '@monitor/findings';
import { createContext, type ReactNode, useMemo } from 'react';
import type { Answers } from '../filter/use-answers.ts';
import { kosovoNote } from '../i18n/notices.ts';
import { useVoice } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import kit from '../styles/kit.module.css';

/** Notices and sources that every downloaded chart carries; the chart column knows them. Undefined while they are awaited. */
export const ChartNotesContext = createContext<readonly string[] | undefined>(undefined);

/** Gives the charts in it the notices and sources that every downloaded chart carries. */
export function ChartNotes({
  answers,
  children,
}: {
  answers: Pick<Answers, 'datasets' | 'datasetsShown' | 'synthetic' | 'leftOut'>;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const { datasets, datasetsShown, synthetic, leftOut } = answers;
  const together = datasetNotes(datasetsShown, useVoice());
  const notes = useMemo(
    () =>
      // Without its sources no chart is given away.
      datasets === undefined
        ? undefined
        : [
            ...kosovoNote(
              datasetsShown.flatMap(({ countries }) => countries),
              t,
            ),
            ...siteFocus().notes,
            ...(synthetic === 'none' ? [] : [t(synthetic === 'all' ? 'notice.synthetic' : 'notice.someSynthetic')]),
            ...(together === undefined ? [] : [together]),
            ...(leftOut === undefined ? [] : [leftOut]),
            ...datasetsShown.map(({ title, attribution, licence }) => t('chart.source', { title, attribution, licence })),
          ],
    [t, datasets, datasetsShown, synthetic, together, leftOut],
  );
  return <ChartNotesContext value={notes}>{children}</ChartNotesContext>;
}

/** What the comparisons of a page leave out, said once. */
export function LeftOutNote({ text }: { text: string | undefined }) {
  return text === undefined ? null : <p className={`${kit.note} ${kit.top2}`}>{text}</p>;
}
