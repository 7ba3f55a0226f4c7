import type { Answers } from '../../answers/use-answers.ts';
import type { SideName } from '../../controls/side-badge.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import kit from '../../styles/kit.module.css';
import buttons from '../../controls/button.module.css';
import styles from './side-tabs.module.css';

/** Chooses whose incidents the table lists: `A · 44`, `B · 37`. */
export function SideTabs({ answers, side, onSide }: { answers: Answers; side: SideName; onSide: (side: SideName) => void }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const summaries = { a: answers.summary, b: answers.against?.summary };
  return (
    <fieldset className={`${buttons.segments} ${kit.screenOnly} ${styles.tabs}`} aria-label={t('compare.table')}>
      {(['a', 'b'] as const).map((name) => {
        const summary = summaries[name];
        const count = summary === undefined || summary.outdated ? undefined : summary.data?.totals.incidents;
        return (
          <button key={name} type="button" data-side={name} aria-pressed={side === name} onClick={() => onSide(name)}>
            {t(`compare.side.${name}`)}
            {count === undefined ? null : ` · ${number.count(count)}`}
          </button>
        );
      })}
    </fieldset>
  );
}
