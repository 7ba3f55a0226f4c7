import type { Period } from '@monitor/domain';
import { Link } from '@tanstack/react-router';
import { changesTable } from '../../charts/changes-table.ts';
import { ChartCard } from '../../charts/chart-card.tsx';
import { countCell, numberColumn, textColumn } from '../../figures/chart-table.ts';
import type { IntervalTone } from '../../figures/interval-bar.tsx';
import { changesRest, changesTitle, comparedMany, comparisonWords, differenceWords } from '../../figures/notable-change-words.ts';
import type { Comparison, NotableChanges } from '../../figures/notable-changes.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { twelveMonthsTo } from '../../figures/twelve-months.ts';
import { exploreQuery } from '../../filter/explore-query.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { changeDots } from './change-dots.ts';
import { MonthColumns } from './month-columns.tsx';
import type { HomeAnswers, HomeGroup } from './use-home.ts';
import styles from './what-changed.module.css';

/** More would be a list; Trends has them all. */
const mostShown = 3;

/** What changed in each place since the year before: what stands out, and how much does not. */
export function WhatChanged({ answers, changes }: { readonly answers: HomeAnswers; readonly changes: NotableChanges }) {
  const { t } = useTranslation();
  const format = useFormat();
  const terms = useTerms();
  const { period } = answers;
  const compared = [...changes.clear, ...changes.driven, ...changes.chance];
  const standingOut = [...changes.clear, ...changes.driven].slice(0, mostShown);
  // Where nothing stands out, those that come nearest, so that this can be seen.
  const shown = standingOut.length > 0 ? standingOut : compared.slice(0, mostShown);
  return (
    <ChartCard
      form="section"
      title={changesTitle(changes, t)}
      reading={t(standingOut.length === 0 && shown.length > 0 ? 'home.changes.readingNone' : 'home.changes.reading')}
      outdated={false}
      legend={t('home.changes.dots', { count: compared.length })}
      filter={{ from: period.from, to: period.to }}
      table={changesTable(changes, period, t, format, terms.place)}
      onPaper={compared.length === 0 ? undefined : <DotsPicture compared={compared} shown={standingOut} />}
    >
      <ul className={styles.list}>
        {shown.map((comparison) => (
          <Change key={keyOf(comparison)} comparison={comparison} answers={answers} />
        ))}
      </ul>
      {compared.length === 0 ? null : (
        <div className={styles.dots}>
          <h3 className={styles.caption}>{t('home.changes.dots', { count: compared.length })}</h3>
          <DotsPicture compared={compared} shown={standingOut} />
        </div>
      )}
      <p className={styles.rest}>
        {changesRest(changes, t, format)}{' '}
        <Link to="/trends" search={{ query: '' }}>
          {t('home.changes.all')}
        </Link>
      </p>
    </ChartCard>
  );
}

const keyOf = ({ place, kind, measure }: Comparison) => `${place} ${kind} ${measure}`;

const tones: Readonly<Record<string, IntervalTone>> = { killed: 'killed', injured: 'injured' };
const toneOf = ({ kind, measure }: Comparison): IntervalTone =>
  tones[measure] ?? (kind === 'weapon_seizure' ? 'seizures' : 'count');

function Change({ comparison, answers }: { readonly comparison: Comparison; readonly answers: HomeAnswers }) {
  const { t } = useTranslation();
  const format = useFormat();
  const terms = useTerms();
  const { number, date } = format;
  const { period } = answers;
  const { count, before, difference, kind, measure, place, filter } = comparison;
  const { headline, subject, driven } = comparisonWords(comparison, period, t, format, terms);
  const isChance = comparison.evidence === 'chance';
  const isGroup = (name: string): name is HomeGroup => name in answers.groups;
  const history = isGroup(kind) ? answers.groups[kind].history : undefined;
  const points = history?.series.parts?.find(({ value }) => value === place)?.points ?? [];
  const earlier = history && twelveMonthsTo(period.to, history).at(-2);
  const half = (of: Period, total: number) => ({
    months: points.filter(({ start }) => start >= of.from && start <= of.to).map((point) => point[measure] ?? 0),
    total,
    ends: t('home.changes.ends', { from: date.shortMonth(of.from), to: date.shortMonth(of.to) }),
  });
  const title = isChance ? subject : headline;
  const beforeText =
    before === undefined || difference === undefined
      ? ''
      : t('home.changes.before', { before: number.count(before.count), ...differenceWords(difference, format) });
  const columns =
    earlier === undefined || before === undefined
      ? undefined
      : {
          before: half(earlier, before.count),
          now: half(period, count),
          tone: toneOf(comparison),
          label: t('home.changes.columns', { headline: subject }),
        };
  const months = points.filter(({ start }) => earlier !== undefined && start >= earlier.from && start <= period.to);
  return (
    <li className={styles.change} data-chance={isChance || undefined}>
      <ChartCard
        form="item"
        title={title}
        reading={`${number.count(count)}${beforeText}`}
        words={
          <>
            <p>
              <Link to="/explore" search={{ query: exploreQuery(filter, measure) }}>
                {number.count(count)}
              </Link>
              {beforeText}
            </p>
            {driven === undefined ? null : <p className={styles.driven}>{driven}</p>}
          </>
        }
        outdated={false}
        filter={earlier === undefined ? filter : { ...filter, from: earlier.from }}
        table={{
          name: `months-${place}-${kind}-${measure}`,
          columns: [textColumn(t('chart.intervals.month')), numberColumn(comparedMany(kind, measure, t))],
          rows: months.map((month) => [
            { text: date.step(month.start, 'month'), value: month.start },
            countCell(month[measure] ?? 0, format),
          ]),
        }}
        onPaper={columns && <MonthColumns {...columns} size="file" />}
      >
        {columns === undefined ? null : <MonthColumns {...columns} />}
      </ChartCard>
    </li>
  );
}

const dot = { radius: 3.6, pitch: 9, foot: 20 };

/** All comparisons by the size of their change; those that stand out in their colour. */
function DotsPicture({ compared, shown }: { readonly compared: readonly Comparison[]; readonly shown: readonly Comparison[] }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { dots, end, levels } = changeDots(compared);
  const height = Math.max(3, levels) * dot.pitch + dot.foot + 4;
  const floor = height - dot.foot;
  const percent = (share: number) => `${(3 + share * 94).toFixed(2)}%`;
  const ticks = [
    { at: 0, text: number.signedPercent(1 / end - 1) },
    { at: 0.5, text: t('home.noChange') },
    { at: 1, text: number.signedPercent(end - 1) },
  ];
  return (
    <svg width="100%" height={height} aria-hidden="true">
      <rect className={styles.axis} y={floor} width="100%" height={1} />
      {ticks.map(({ at, text }) => (
        <g key={at}>
          <rect className={styles.axis} x={percent(at)} y={floor} width={1} height={4} />
          <text
            className={styles.tick}
            x={percent(at)}
            y={height - 4}
            textAnchor={at === 0 ? 'start' : at === 1 ? 'end' : 'middle'}
          >
            {text}
          </text>
        </g>
      ))}
      {dots.map(({ comparison, x, level }) => (
        <circle
          key={keyOf(comparison)}
          className={styles.dot}
          data-tone={shown.includes(comparison) ? toneOf(comparison) : undefined}
          cx={percent(x)}
          cy={floor - dot.pitch * (level + 0.6)}
          r={dot.radius}
        />
      ))}
    </svg>
  );
}
