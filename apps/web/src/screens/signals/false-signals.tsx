import type { SignalsData } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import { Section } from '../../sections/section.tsx';
import { PlainTable } from '../../controls/plain-table.tsx';
import { type ChartTable, countCell, numberColumn, textCell, textColumn } from '../../format/chart-table.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './false-signals.module.css';
import kit from '../../styles/kit.module.css';
import { LevelWords } from './signal-list.tsx';

type Chance = NonNullable<NonNullable<SignalsData['found']>['chance']>;

/** How many of the signals shown are expected to be chance, in words, dots and by level. */
export function FalseSignals({ chance, filter }: { chance: Chance; filter: Filter }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { real } = chance;
  return (
    <Section
      method="how-signals-are-found"
      title={chance.title}
      reading={chance.reading}
      filter={filter}
      table={useLevelsTable(chance)}
      onPaper={null}
    >
      <p className={`${kit.heading} ${kit.airy}`}>{chance.sentence}</p>
      {/* One signal has no shares. */}
      {real + chance.chance === 1 ? null : (
        <>
          <div className={`${kit.tools} ${kit.around}`} aria-hidden="true">
            {Array.from({ length: real + chance.chance }, (_, at) => (
              <span key={at} className={at < real ? styles.real : styles.chance} />
            ))}
          </div>
          <p className={`${kit.wrapRow} ${kit.note} ${styles.key}`}>
            <span className={styles.real} aria-hidden="true" /> {t('signals.false.real', { number: number.count(real) })}
            <span className={styles.chance} aria-hidden="true" />{' '}
            {t('signals.false.chance', { number: number.count(chance.chance) })}
          </p>
        </>
      )}
      <PlainTable
        className={kit.around}
        columns={[
          { label: t('signals.false.level') },
          { label: t('signals.false.signals'), number: true },
          { label: t('signals.false.expected'), number: true },
        ]}
        rows={chance.levels.map(({ level, name, signals, words }) => [
          <LevelWords key={level} level={level}>
            {name}
          </LevelWords>,
          number.count(signals),
          words,
        ])}
      />
    </Section>
  );
}

function useLevelsTable({ levels }: Chance): ChartTable {
  const { t } = useTranslation();
  const format = useFormat();
  return {
    name: 'signals-by-level',
    columns: [
      textColumn(t('signals.false.level')),
      numberColumn(t('signals.false.signals')),
      numberColumn(t('signals.false.expected')),
    ],
    rows: levels.map(({ name, signals, expected }) => [
      textCell(name),
      countCell(signals, format),
      { text: format.number.decimal(expected), value: expected },
    ]),
  };
}
