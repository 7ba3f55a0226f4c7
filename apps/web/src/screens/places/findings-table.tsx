import type { FindingName, PlaceData, SaidFinding } from '@monitor/contract';
import { weaponsOfLargeSeizure, stepPeriod } from '@monitor/domain';
import { periodWords } from '@monitor/findings';
import { Section } from '../../sections/section.tsx';
import buttons from '../../controls/button.module.css';
import { useFormat } from '../../format/use-format.ts';
import { useVoice } from '../../i18n/terms.ts';
import { exploreAddress, exploreQuery, readFilter } from '../../filter/explore-query.ts';
import { ColumnsLink } from '../../charts/steps-link.tsx';
import { IncidentsLink } from '../../filter/incidents-link.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Interval, percent } from '../../pictures/interval-bar.tsx';
import { YearBars } from '../../pictures/year-bars.tsx';
import { type AverageAxis, averageAxis, ratiosOf } from './average-axis.ts';
import { findingsFile } from './findings-file.ts';
import styles from './findings-table.module.css';
import inks from '../../styles/drawing.module.css';
import kit from '../../styles/kit.module.css';

interface FindingsTableProps {
  readonly page: PlaceData;
  readonly rows: readonly SaidFinding[];
}

type YearCount = NonNullable<SaidFinding['years']>[number];

/** The figures of a place, each beside its own past and beside the average of the others on one axis. */
export function FindingsTable({ page: { place: own, period: days }, rows }: FindingsTableProps) {
  const { t } = useTranslation();
  const voice = useVoice();
  const place = own.name;
  const period = days === null ? '' : periodWords(days, voice);
  const axis = averageAxis(rows);
  const years = rows.find((row) => row.years !== undefined)?.years;
  const isAlone = rows.some((row) => row.average.alone);
  const average =
    own.kind === 'location'
      ? t(`places.findings.average.${isAlone ? 'alone' : 'all'}`)
      : t('places.findings.average.one', { place: voice.place(own.country) });
  return (
    <div className={kit.top4}>
      <Section
        form="part"
        method="places-and-the-average"
        heading="h2"
        title={t('places.findings.title')}
        reading={t(`places.findings.${isAlone ? 'readingAlone' : 'reading'}`, { period })}
        table={findingsFile(rows, `figures-${own.address}`, t, voice)}
        onPaper={null}
      >
        <div className={styles.table}>
          <div className={`${kit.note} ${styles.head}`} aria-hidden="true">
            <span>{period}</span>
            <span className={`${kit.strong} ${kit.ink}`}>{t('places.findings.past', { place })}</span>
            {years === undefined ? <span /> : <YearLabels years={years} />}
            <span className={`${kit.strong} ${kit.ink}`}>{average}</span>
            {isAlone ? <span /> : <AxisLabels axis={axis} />}
          </div>
          {rows.map((row) => (
            <Row key={row.name} row={row} axis={isAlone ? undefined : axis} place={place} average={average} />
          ))}
        </div>
      </Section>
    </div>
  );
}

interface RowProps {
  readonly row: SaidFinding;
  /** Undefined without an average to compare with. */
  readonly axis: AverageAxis | undefined;
  readonly place: string;
  readonly average: string;
}

function Row({ row, axis, place, average }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name, measure, query, count, label, change, years, average: words } = row;
  const number = count === null ? t('places.row.notReported') : format.number.count(count);
  return (
    <div className={`${kit.parted} ${styles.row}`} data-finding={name}>
      <div className={styles.figure}>
        <h3>
          <ToExplore query={query} measure={measure} tone={name}>
            {number}
          </ToExplore>{' '}
          <span className={`${kit.detail} ${kit.block} ${styles.label}`}>{label}</span>
        </h3>
        {row.large === undefined || count === 0 ? null : <Large {...row.large} />}
      </div>
      <div className={`${kit.detail} ${styles.words}`}>
        <h4 className={`visually-hidden ${styles.onlyNarrow}`}>{t('places.findings.past', { place })}</h4>
        <p className={kit.verdict} data-clear={change.isClear || undefined}>
          {change.verdict}
        </p>
        {change.before === undefined ? null : <p>{change.before}</p>}
        {change.kind === 'change' || change.kind === 'too_few' ? null : <p className={kit.small}>{change.explanation}</p>}
      </div>
      {years === undefined ? <span className={styles.years} /> : <Years years={years} row={row} />}
      <div className={`${kit.detail} ${styles.words}`}>
        <h4 className={`visually-hidden ${styles.onlyNarrow}`}>{average}</h4>
        {words.verdict === undefined ? null : (
          <p className={kit.verdict} data-clear={words.isClear || undefined}>
            {words.verdict}
          </p>
        )}
        <p className={words.verdict === undefined ? kit.small : undefined}>{words.text}</p>
      </div>
      {axis === undefined ? <span /> : <RateInterval rate={words.rate} axis={axis} name={name} />}
    </div>
  );
}

/** How many of the seizures are large. */
function Large({ query, count }: NonNullable<SaidFinding['large']>) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const text = t('places.findings.large', { number: number.count(count), least: number.count(weaponsOfLargeSeizure) });
  return (
    <p className={kit.plain}>
      {count === 0 ? (
        text
      ) : (
        <IncidentsLink className={buttons.link} query={exploreAddress(query)}>
          {text}
        </IncidentsLink>
      )}
    </p>
  );
}

function ToExplore({
  query,
  measure,
  tone,
  children,
}: {
  query: string;
  measure: SaidFinding['measure'];
  tone: FindingName;
  children: string;
}) {
  return (
    <IncidentsLink className={`${kit.number} ${styles.number}`} data-tone={tone} query={exploreAddress(query, measure)}>
      {children}
    </IncidentsLink>
  );
}

function YearLabels({ years }: { years: readonly YearCount[] }) {
  return (
    <svg className={styles.yearLabels} width="100%" height="16">
      {years.map(({ year }, index) => (
        <text key={year} x={percent((index + 0.5) / years.length)} y={12} data-now={index === years.length - 1 || undefined}>
          {year}
        </text>
      ))}
    </svg>
  );
}

/** The same months of several years as bars. */
function Years({ years, row: { name, label, query, measure } }: { years: readonly YearCount[]; row: SaidFinding }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const textOf = ({ year, count }: YearCount) =>
    t('places.findings.years', { year, number: count === null ? t('places.findings.noYear') : number.count(count) });
  const now = readFilter(query);
  const markOf = (at: number) => {
    const { year, count } = years[at]!;
    if (count === null || now.from === undefined || now.to === undefined) return undefined;
    // The same whole months.
    const firstOf = (day: string) => `${Number(day.slice(0, 4)) - years.at(-1)!.year + year}${day.slice(4, 7)}-01`;
    const { to } = stepPeriod(firstOf(now.to), 'month');
    return {
      query: exploreQuery({ ...now, from: firstOf(now.from), to }, measure),
      name: t('trends.mark', { part: label, step: year, amount: number.count(count) }),
    };
  };
  return (
    <YearBars
      className={styles.years}
      yearClass={styles.onlyNarrow}
      years={years.map(({ year, count }) => ({ year: String(year), count, text: count === null ? '–' : number.count(count) }))}
      tone={name}
      label={`${t('places.findings.chart', { label })}. ${years.map(textOf).join(', ')}`}
      height={72}
      over={(floor) => <ColumnsLink steps={years.length} markOf={markOf} left={0} wide={100} unit="%" top={0} height={floor} />}
    />
  );
}

/** `¼×`, `½×`, `average`, `2×`. */
function useTickText(): (ratio: number) => string {
  const { t } = useTranslation();
  return (ratio) => {
    if (ratio === 1) return t('places.findings.axis.average');
    const fractions: Readonly<Record<number, string>> = { 0.5: '½', 0.25: '¼', 0.125: '⅛' };
    const factor = fractions[ratio] ?? (ratio < 1 ? `1/${1 / ratio}` : String(ratio));
    return t('places.findings.axis.times', { factor });
  };
}

function AxisLabels({ axis }: { axis: AverageAxis }) {
  const tickText = useTickText();
  return (
    <svg className={styles.axis} width="100%" height="16">
      {axis.ticks.map((ratio) => (
        <text key={ratio} x={percent(axis.at(ratio))} y={12} data-now={ratio === 1 || undefined}>
          {tickText(ratio)}
        </text>
      ))}
    </svg>
  );
}

/** The ratio to the average in its interval; the lines alone where it is not compared. */
function RateInterval({ rate, axis, name }: { rate: SaidFinding['average']['rate']; axis: AverageAxis; name: FindingName }) {
  const tickText = useTickText();
  const [low = 0, value, high = 0] = rate === undefined ? [] : ratiosOf(rate).map(axis.at);
  return (
    <svg
      className={styles.axis}
      data-tone={name}
      data-empty={rate === undefined || undefined}
      width="100%"
      height="100%"
      aria-hidden="true"
    >
      {axis.ticks.map((ratio) => (
        <g key={ratio}>
          <line
            className={`${inks.grid} ${styles.grid}`}
            data-now={ratio === 1 || undefined}
            x1={percent(axis.at(ratio))}
            x2={percent(axis.at(ratio))}
            y2="100%"
          />
          <text className={styles.onlyNarrow} x={percent(axis.at(ratio))} y="100%" dy="-2">
            {tickText(ratio)}
          </text>
        </g>
      ))}
      {value === undefined ? null : <Interval low={low} value={value} high={high} middle="42%" />}
    </svg>
  );
}
