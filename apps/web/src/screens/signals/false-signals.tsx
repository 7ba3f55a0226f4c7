import { type SignalList, signalLevels } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import { ChartCard } from '../../charts/chart-card.tsx';
import { weeksShown } from '../../charts/signal-card.tsx';
import { type ChartTable, countCell, numberColumn, textCell, textColumn } from '../../figures/chart-table.ts';
import { chanceAmong, type SignalWording } from '../../figures/signal-words.ts';
import { useSignalWording } from '../../figures/use-signals.ts';
import { falseByLevel } from './false-share.ts';
import styles from './false-signals.module.css';
import kit from '../../styles/kit.module.css';
import { LevelDots } from './level-dots.tsx';

/** How many of the signals shown are expected to be chance, in words, dots and by level. */
export function FalseSignals({ list, filter }: { list: SignalList; filter: Filter }) {
  const wording = useSignalWording();
  const { t, number } = wording;
  const { signals, expectedFalse, falsePerSeriesAndYear, series, weeks } = list;
  if (signals.length === 0) return null;
  const { chance, real } = chanceAmong(list);
  const words = {
    count: signals.length,
    number: number.count(signals.length),
    weeks: number.count(weeks.length),
    chance: about(expectedFalse, wording),
  };
  const text = t('signals.false.text', { series: number.count(series.length), rate: number.decimal(falsePerSeriesAndYear, 2) });
  return (
    <ChartCard
      form="section"
      title={titleOf(list, wording)}
      reading={text}
      outdated={false}
      filter={{ ...filter, ...weeksShown(list) }}
      table={levelsTable(list, wording)}
      onPaper={null}
    >
      <p className={`${kit.heading} ${kit.airy}`}>{real === 0 ? t('signals.false.fewer', words) : t('signals.false.of', words)}</p>
      <div className={`${kit.tools} ${kit.around}`} aria-hidden="true">
        {signals.map(({ id }, at) => (
          <span key={id} className={at < real ? styles.real : styles.chance} />
        ))}
      </div>
      <p className={`${kit.wrapRow} ${kit.note} ${styles.key}`}>
        <span className={styles.real} aria-hidden="true" /> {t('signals.false.real', { number: number.count(real) })}
        <span className={styles.chance} aria-hidden="true" /> {t('signals.false.chance', { number: number.count(chance) })}
      </p>
      <Levels list={list} />
    </ChartCard>
  );
}

function Levels({ list }: { list: SignalList }) {
  const wording = useSignalWording();
  const { t, number } = wording;
  const expected = falseByLevel(list);
  return (
    <table className={`${kit.around} ${styles.levels}`}>
      <thead>
        <tr>
          <th scope="col">{t('signals.false.level')}</th>
          <th scope="col">{t('signals.false.signals')}</th>
          <th scope="col">{t('signals.false.expected')}</th>
        </tr>
      </thead>
      <tbody>
        {signalLevels.toReversed().map((level) => (
          <tr key={level}>
            <th scope="row">
              <LevelDots level={level} /> {t(`signals.level.${level}`)}
            </th>
            <td>{number.count(list.signals.filter((one) => one.level === level).length)}</td>
            <td>
              {expected[level] < 1
                ? t('signals.false.less')
                : t('signals.false.about', { number: about(expected[level], wording) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function levelsTable(list: SignalList, { t, ...format }: SignalWording): ChartTable {
  const expected = falseByLevel(list);
  return {
    name: 'signals-by-level',
    columns: [
      textColumn(t('signals.false.level')),
      numberColumn(t('signals.false.signals')),
      numberColumn(t('signals.false.expected')),
    ],
    rows: signalLevels
      .toReversed()
      .map((level) => [
        textCell(t(`signals.level.${level}`)),
        countCell(list.signals.filter((one) => one.level === level).length, format),
        { text: format.number.decimal(expected[level]), value: expected[level] },
      ]),
  };
}

function about(value: number, { t, number }: SignalWording): string {
  return value < 0.95 ? t('signals.false.less') : number.count(Math.round(value));
}

/** The share of chance, as one in so many. */
function titleOf({ signals, expectedFalse }: SignalList, { t, number }: SignalWording): string {
  const share = expectedFalse / signals.length;
  if (share >= 1) return t('signals.false.all');
  if (share > 0.55) return t('signals.false.most');
  if (share < 0.04) return t('signals.false.few');
  const [count, of] = share > 0.28 && share < 0.45 ? [1, 3] : share >= 0.45 ? [1, 2] : [1, Math.round(1 / share)];
  return t('signals.false.title', { count, number: number.count(count), of: number.count(of) });
}
