import type { HomeData, SaidComparison } from '@monitor/contract';
import type { Period } from '@monitor/domain';
import { Link } from '@tanstack/react-router';
import { changesTable } from '../../charts/changes-table.ts';
import { Section } from '../../sections/section.tsx';
import { countCell, differenceText, numberColumn, textColumn } from '../../format/chart-table.ts';
import { toneOf } from '../../pictures/interval-bar.tsx';
import { exploreAddress, exploreQuery, filterOfStep, readFilter } from '../../filter/explore-query.ts';
import { IncidentsLink } from '../../filter/incidents-link.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { MonthColumns } from './month-columns.tsx';
import styles from './what-changed.module.css';
import inks from '../../styles/drawing.module.css';
import kit from '../../styles/kit.module.css';

/** What changed in each place since the year before: what stands out, and how much does not. */
export function WhatChanged({ data }: { readonly data: HomeData }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { period, changes } = data;
  const { compared } = changes;
  const shown = changes.shown.flatMap((months) => {
    const comparison = compared.find((one) => keyOf(one) === keyOf(months));
    return comparison === undefined ? [] : [{ comparison, months }];
  });
  const outstanding = shown.flatMap(({ comparison }) => (comparison.evidence === 'chance' ? [] : [comparison]));
  return (
    <Section
      method="families-of-comparisons"
      title={changes.title}
      reading={changes.reading}
      legend={t('home.changes.dots', { count: compared.length })}
      filter={period}
      table={changesTable(changes, period, t, format)}
      onPaper={compared.length === 0 ? undefined : <DotsPicture compared={compared} shown={outstanding} />}
    >
      <ul className={styles.list}>
        {shown.map((one) => (
          <Change key={keyOf(one.comparison)} {...one} data={data} />
        ))}
      </ul>
      {compared.length === 0 ? null : (
        <div className={kit.top4}>
          <h3 className={kit.bottom1}>{t('home.changes.dots', { count: compared.length })}</h3>
          <DotsPicture compared={compared} shown={outstanding} />
        </div>
      )}
      <p className={`${kit.quiet} ${kit.top3}`}>
        {changes.rest}{' '}
        <Link to="/trends" search={{ query: '' }}>
          {t('home.changes.all')}
        </Link>
      </p>
    </Section>
  );
}

const keyOf = ({ place, kind, measure }: Readonly<Record<'place' | 'kind' | 'measure', string>>) => `${place} ${kind} ${measure}`;

interface ChangeProps {
  readonly comparison: SaidComparison;
  readonly months: HomeData['changes']['shown'][number];
  readonly data: HomeData;
}

function Change({ comparison, months, data: { period, comparedWith } }: ChangeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { number, date } = format;
  const { count, earlier = 0, difference, many, place, kind, measure, headline, subject, largest, query } = comparison;
  const half = (of: Period, counts: readonly number[], total: number) => ({
    months: counts,
    total,
    ends: t('home.changes.ends', { from: date.shortMonth(of.from), to: date.shortMonth(of.to) }),
  });
  const before =
    difference === undefined
      ? ''
      : t('home.changes.before', { before: number.count(earlier), ...differenceText(difference, format) });
  const columns = {
    before: half(comparedWith, months.earlier, earlier),
    now: half(period, months.now, count),
    tone: toneOf(comparison),
    label: t('home.changes.columns', { headline: subject }),
  };
  const markOf = (at: number) => {
    const start = monthAfter(comparedWith.from, at);
    const amount = number.count([...months.earlier, ...months.now][at] ?? 0);
    return {
      query: exploreQuery(filterOfStep({ ...readFilter(query), from: comparedWith.from }, start, 'month'), measure),
      name: t('trends.mark', { part: subject, step: date.step(start, 'month'), amount }),
    };
  };
  const isChance = comparison.evidence === 'chance';
  return (
    <li className={`${kit.item} ${styles.change}`} data-chance={isChance || undefined}>
      <Section
        form="item"
        title={isChance ? subject : headline}
        reading={`${number.count(count)}${before}`}
        words={
          <>
            <p>
              <IncidentsLink query={exploreAddress(query, measure)}>{number.count(count)}</IncidentsLink>
              {before}
            </p>
            {largest === undefined ? null : <p className={`${kit.note} ${kit.top1}`}>{largest}</p>}
          </>
        }
        filter={{ ...readFilter(query), from: comparedWith.from }}
        table={{
          name: `months-${place}-${kind}-${measure}`,
          columns: [textColumn(t('chart.intervals.month')), numberColumn(many)],
          rows: [...months.earlier, ...months.now].map((amount, at) => {
            const start = monthAfter(comparedWith.from, at);
            return [{ text: date.step(start, 'month'), value: start }, countCell(amount, format)];
          }),
        }}
        onPaper={(width) => <MonthColumns {...columns} width={width} />}
      >
        <MonthColumns {...columns} markOf={markOf} />
      </Section>
    </li>
  );
}

/** The first day of a month that comes so many after another. */
function monthAfter(first: string, months: number): string {
  const month = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1 + months;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

const dot = { radius: 3.6, pitch: 9, foot: 20 };

/** All comparisons by the size of their change; those that stand out in their colour. */
function DotsPicture({
  compared,
  shown,
}: {
  readonly compared: readonly SaidComparison[];
  readonly shown: readonly SaidComparison[];
}) {
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
      <rect className={inks.faint} y={floor} width="100%" height={1} />
      {ticks.map(({ at, text }) => (
        <g key={at}>
          <rect className={inks.faint} x={percent(at)} y={floor} width={1} height={4} />
          <text className={inks.tick} x={percent(at)} y={height - 4} textAnchor={at === 0 ? 'start' : at === 1 ? 'end' : 'middle'}>
            {text}
          </text>
        </g>
      ))}
      {dots.map(({ comparison, x, level }) => (
        <circle
          key={keyOf(comparison)}
          className={shown.includes(comparison) ? inks.toned : inks.other}
          data-tone={toneOf(comparison)}
          cx={percent(x)}
          cy={floor - dot.pitch * (level + 0.6)}
          r={dot.radius}
        />
      ))}
    </svg>
  );
}

/** One comparison as a dot: where it lies across, as a share, and which it is of those above each other, from 0. */
interface ChangeDot {
  readonly comparison: SaidComparison;
  readonly x: number;
  readonly level: number;
}

/** Dots, and the ratio at the right end of their axis; its inverse is at the left, and no change in the middle. */
interface ChangeDots {
  readonly dots: readonly ChangeDot[];
  readonly end: number;
  /** Dots above each other at most. */
  readonly levels: number;
}

/** Columns of dots across. */
const columns = 40;
const ends = [2, 4, 8];

/** Lays out comparisons as dots by the size of their change, on a scale on which half and twice are equally far. */
export function changeDots(comparisons: readonly SaidComparison[]): ChangeDots {
  const sized = comparisons.flatMap((comparison) => {
    const { difference } = comparison;
    return difference === undefined ? [] : [{ comparison, size: Math.log(1 + difference.difference) }];
  });
  const farthest = Math.max(0, ...sized.map(({ size }) => Math.abs(size)));
  const end = ends.find((one) => Math.log(one) >= farthest) ?? 8;
  const filled = new Map<number, number>();
  // Those that stand out stay at the foot, where their words are nearest.
  const dots = sized.map(({ comparison, size }): ChangeDot => {
    const share = 0.5 + Math.min(0.5, Math.max(-0.5, size / Math.log(end) / 2));
    const column = Math.round(share * columns);
    const level = filled.get(column) ?? 0;
    filled.set(column, level + 1);
    return { comparison, x: column / columns, level };
  });
  return { dots, end, levels: Math.max(0, ...filled.values()) };
}
