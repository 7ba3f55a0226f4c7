import type { IndicatorsData } from '@monitor/contract';
import { IncidentsLink } from '../../filter/incidents-link.tsx';
import { ScrollArea } from '../../controls/scroll-area.tsx';
import { Section } from '../../sections/section.tsx';
import { SparkLine } from '../../pictures/spark-line.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './indicators-page.module.css';
import kit from '../../styles/kit.module.css';
import { joinedQuery } from '../../api/client.ts';
import { Explained } from '../../controls/explanation.tsx';
import type { View } from '../../filter/explore-state.ts';

type Framework = IndicatorsData['frameworks'][number];
type Indicator = Framework['indicators'][number];
type Row = Indicator['rows'][number];
type Verdict = NonNullable<Row['verdict']>;

/** The years of a framework, in the order in which its table has them. */
interface Years {
  /** The last complete year and the one before, which are compared. */
  readonly compared: readonly number[];
  /** Those that the small line is of. */
  readonly line: readonly number[];
  /** Those of the last five that have no column where each location has one. */
  readonly others: readonly Framework['years'][number][];
}

function yearsOf({ years }: Framework): Years {
  const line = years.filter(({ isComplete }) => isComplete).map(({ year }) => year);
  const compared = line.slice(-2).toReversed();
  const others = years
    .slice(-5)
    .filter(({ year }) => !compared.includes(year))
    .toSorted((a, b) => Number(b.isComplete) - Number(a.isComplete) || b.year - a.year);
  return { compared, line, others };
}

/** The indicators of one framework as a matrix: last year, its change, a line, and further years or each location; and what incidents cannot answer. */
export function FrameworkSection({ framework, rows }: { framework: Framework; rows: View['indicators'] }) {
  const { t } = useTranslation();
  const { title, reading, indicators, unavailable } = framework;
  const years = yearsOf(framework);
  const { compared, line, others } = years;
  const [year, before] = compared;
  const places = indicators[0]?.rows.slice(1) ?? [];
  return (
    <Section title={title} reading={reading}>
      <ScrollArea label={t('indicators.table.caption', { framework: title })} className={`${kit.scroll} ${styles.scroll}`}>
        <table className={styles.table} data-rows={rows}>
          <caption className="visually-hidden">{t('indicators.table.caption', { framework: title })}</caption>
          <colgroup>
            <col className={styles.name} />
            {compared.map((one) => (
              <col key={one} className={styles.value} />
            ))}
            <col className={styles.change} />
            <col className={styles.line} />
            {(places.length > 0 ? places : others).map((_, index) => (
              <col key={index} className={styles.place} data-place="" />
            ))}
          </colgroup>
          <thead>
            {places.length === 0 || year === undefined ? null : (
              <tr className={styles.group}>
                <th scope="colgroup" colSpan={compared.length + 3}>
                  {indicators[0]?.rows[0]?.name}
                </th>
                <th scope="colgroup" colSpan={places.length} data-place="">
                  {t('indicators.table.each', { year, before })}
                </th>
              </tr>
            )}
            <tr>
              <th scope="col">{t('indicators.table.name')}</th>
              {compared.map((one) => (
                <th key={one} scope="col" data-number>
                  {one}
                </th>
              ))}
              <th scope="col">{t('indicators.table.change')}</th>
              <th scope="col">{line.length < 2 ? null : t('indicators.table.line', { first: line[0], last: line.at(-1) })}</th>
              {places.length > 0
                ? places.map(({ place, name }) => (
                    <th key={place} scope="col" data-number data-place="">
                      {name}
                    </th>
                  ))
                : others.map(({ year: other, isComplete }) => (
                    <th key={other} scope="col" data-number data-place="">
                      {other}
                      {isComplete ? null : (
                        <span className={`${kit.faint} ${kit.tiny} ${kit.block}`}>{t('indicators.table.incomplete')}</span>
                      )}
                    </th>
                  ))}
            </tr>
          </thead>
          <tbody>
            {indicators.map((indicator) => (
              <IndicatorRow key={indicator.id} indicator={indicator} years={years} />
            ))}
          </tbody>
        </table>
      </ScrollArea>
      <details className={`${kit.detail} ${kit.top3} ${styles.unavailable}`}>
        <summary>{t('indicators.unavailable')}</summary>
        <dl>
          {unavailable.map((one) => (
            <div key={one.title}>
              <dt>{one.title}</dt>
              <dd>{one.reason}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Section>
  );
}

/** One indicator: of all locations together, or of the only one, and then of each. */
function IndicatorRow({ indicator, years: { compared, line, others } }: { indicator: Indicator; years: Years }) {
  const { t } = useTranslation();
  const { title, definition, rows } = indicator;
  const [whole, ...places] = rows;
  if (whole === undefined) return null;
  const { verdict } = whole;
  const said = verdict === undefined ? [] : [`${wordsOf(verdict)}.`, verdict.unknown === undefined ? '' : `${verdict.unknown}.`];
  return (
    <tr>
      <th scope="row">
        <Explained
          text={title}
          explanation={[definition, ...said].join(' ').trim()}
          label={t('indicators.about', { title })}
          method="families-of-comparisons"
        />
      </th>
      {compared.map((year) => (
        <Value key={year} indicator={indicator} row={whole} year={year} />
      ))}
      <td>
        {verdict === undefined ? null : (
          <Change verdict={verdict} isShort={whole.cells.every(({ detail }) => detail === undefined)} />
        )}
      </td>
      <td>
        <SparkLine
          values={line.map((year) => whole.cells.find((cell) => cell.year === year)?.value ?? null)}
          label={t('indicators.line', { title, first: line[0], last: line.at(-1) })}
        />
      </td>
      {places.length > 0
        ? places.map((row) => <Value key={row.place} indicator={indicator} row={row} year={compared[0]} label={row.name} />)
        : others.map(({ year }) => <Value key={year} indicator={indicator} row={whole} year={year} label={String(year)} />)}
    </tr>
  );
}

interface ValueProps {
  readonly indicator: Indicator;
  readonly row: Row;
  readonly year: number | undefined;
  /** What a phone writes before it: the column of a location or another year. */
  readonly label?: string;
}

/** A value, which leads to the incidents that it counts. That of a location beside all together has the mark of its change. */
function Value({ indicator: { title, measure, rows }, row, year, label }: ValueProps) {
  const { t } = useTranslation();
  const { name: place, verdict, cells } = row;
  const cell = cells.find((one) => one.year === year);
  if (cell === undefined)
    return (
      <td data-number data-place={label}>
        –
      </td>
    );
  const { isComplete, value, text, detail, query } = cell;
  const shown = measure === 'incidents' ? '' : `measure=${measure}`;
  const isMarked = row !== rows[0];
  // A reason in words is long for a column, and too long for that of a location.
  const words =
    value !== null ? (
      text
    ) : isMarked ? (
      <>
        <span className={styles.gap} title={text} />
        <span className="visually-hidden">{text}</span>
      </>
    ) : (
      <span className={kit.tiny}>{text}</span>
    );
  return (
    <td data-number data-place={label} data-incomplete={!isComplete || undefined} data-empty={value === null || undefined}>
      {query === undefined ? (
        words
      ) : (
        <IncidentsLink
          query={joinedQuery(query, shown)}
          aria-label={t('indicators.cell', { title, place, year, value: [text, detail].join(' ').trim() })}
        >
          {words}
        </IncidentsLink>
      )}
      {isMarked ? (
        <span className={styles.mark} title={verdict && wordsOf(verdict)}>
          {verdict === undefined ? null : (
            <>
              <Mark code={verdict.code} />
              <span className="visually-hidden">{wordsOf(verdict)}</span>
            </>
          )}
        </span>
      ) : detail === undefined ? null : (
        <span className={`${kit.faint} ${kit.tiny} ${kit.block}`}>{detail}</span>
      )}
    </td>
  );
}

const wordsOf = ({ text, interval = '', note }: Verdict) => [`${text} ${interval}`.trim(), note].filter(Boolean).join(', ');

/** Those of changes with an interval: filled only if a change is clear after correction for the number of comparisons. */
const marks = {
  rise: '▲',
  fall: '▼',
  possible_rise: '△',
  possible_fall: '▽',
  no_clear_change: '•',
} as const;
type Marked = keyof typeof marks;
const isMarkedCode = (code: Verdict['code']): code is Marked => code in marks;

function Mark({ code }: { code: Verdict['code'] }) {
  return <span aria-hidden="true">{isMarkedCode(code) ? marks[code] : ''}</span>;
}

/** What the marks mean, each beside its words. */
export function MarkKeys() {
  const { t } = useTranslation();
  const keys = `${kit.note} ${kit.wrap} ${kit.keys}`;
  return (
    <>
      <p className={`${keys} ${kit.padBlock} ${kit.top1} ${styles.keys}`}>
        {(
          [
            [`${marks.rise} ${marks.fall}`, 'clear'],
            [`${marks.possible_rise} ${marks.possible_fall}`, 'possible'],
            [marks.no_clear_change, 'none'],
          ] as const
        ).map(([mark, key]) => (
          <span key={key}>
            <span aria-hidden="true">{mark}</span>
            {t(`indicators.key.${key}`)}
          </span>
        ))}
      </p>
      <p className={`${keys} ${kit.padTop}`}>
        <span>{t('indicators.key.few')}</span>
        <span>
          <span className={styles.gap} aria-hidden="true" />
          {t('indicators.key.gap')}
        </span>
      </p>
    </>
  );
}

/** How the last complete year differs from the one before. What is not known has a line of its own where that is free. */
function Change({ verdict, isShort }: { verdict: Verdict; isShort: boolean }) {
  const { code, text, interval, note, unknown } = verdict;
  const isClear = code === 'rise' || code === 'fall';
  return (
    <span className={kit.note}>
      <Mark code={code} />{' '}
      {isClear ? (
        <strong className={kit.ink}>{text}</strong>
      ) : (
        <span className={code === 'no_clear_change' ? 'visually-hidden' : undefined}>{text}</span>
      )}{' '}
      {interval}
      {/* The hollow mark says the same where there is little room. */}
      {note === undefined ? null : <span className={isClear ? undefined : styles.narrowOnly}>, {note}</span>}
      {unknown === undefined ? null : (
        <span className={`${kit.faint} ${kit.tiny} ${kit.block} ${isShort ? styles.narrowOnly : ''}`}>{unknown}</span>
      )}
    </span>
  );
}
