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
  /** Those that have no column where each location has one. */
  readonly others: readonly Framework['years'][number][];
}

function yearsOf({ years }: Framework): Years {
  const line = years.filter(({ isComplete }) => isComplete).map(({ year }) => year);
  const compared = line.slice(-2).toReversed();
  const others = years
    .filter(({ year }) => !compared.includes(year))
    .toSorted((a, b) => Number(b.isComplete) - Number(a.isComplete) || b.year - a.year);
  return { compared, line, others };
}

/** The indicators of one framework as a matrix: last year, its change, a line, and further years or each location; and what incidents cannot answer. */
export function FrameworkSection({ framework }: { framework: Framework }) {
  const { t } = useTranslation();
  const { title, reading, indicators, unavailable } = framework;
  const years = yearsOf(framework);
  const { compared, line, others } = years;
  const places = indicators[0]?.rows.slice(1) ?? [];
  return (
    <Section title={title} reading={reading}>
      <ScrollArea label={t('indicators.table.caption', { framework: title })} className={kit.scroll}>
        <table className={styles.table} data-places={places.length > 0 || undefined}>
          <caption className="visually-hidden">{t('indicators.table.caption', { framework: title })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('indicators.table.name')}</th>
              {compared.map((year) => (
                <th key={year} scope="col" data-number>
                  {year}
                </th>
              ))}
              <th scope="col">{t('indicators.table.change')}</th>
              <th scope="col">{line.length < 2 ? null : t('indicators.table.line', { first: line[0], last: line.at(-1) })}</th>
              {places.length > 0
                ? places.map(({ place, name }) => (
                    <th key={place} scope="col" data-number>
                      {name}
                    </th>
                  ))
                : others.map(({ year, isComplete }) => (
                    <th key={year} scope="col" data-number>
                      {year}
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
  return (
    <tr>
      <th scope="row">
        <Explained
          text={title}
          explanation={definition}
          label={t('indicators.about', { title })}
          method="families-of-comparisons"
        />
      </th>
      {compared.map((year) => (
        <Value key={year} indicator={indicator} row={whole} year={year} />
      ))}
      <td>{whole.verdict === undefined ? null : <Change {...whole.verdict} />}</td>
      <td>
        <SparkLine
          values={line.map((year) => whole.cells.find((cell) => cell.year === year)?.value ?? null)}
          label={t('indicators.line', { title, first: line[0], last: line.at(-1) })}
        />
      </td>
      {places.length > 0
        ? places.map((row) => <Value key={row.place} indicator={indicator} row={row} year={compared[0]} isMarked />)
        : others.map(({ year }) => <Value key={year} indicator={indicator} row={whole} year={year} />)}
    </tr>
  );
}

interface ValueProps {
  readonly indicator: Indicator;
  readonly row: Row;
  readonly year: number | undefined;
  /** Whether a mark says how it changed. */
  readonly isMarked?: boolean;
}

/** A value, which leads to the incidents that it counts. */
function Value({ indicator: { title, measure }, row: { name: place, verdict, cells }, year, isMarked = false }: ValueProps) {
  const { t } = useTranslation();
  const at = cells.findIndex((cell) => cell.year === year);
  const cell = cells[at];
  if (cell === undefined) return <td data-number>–</td>;
  const { isComplete, value, text, detail, query } = cell;
  const rises = (value ?? 0) > (cells[at - 1]?.value ?? 0);
  const shown = measure === 'incidents' ? '' : `measure=${measure}`;
  return (
    <td data-number data-incomplete={!isComplete || undefined} data-empty={value === null || undefined}>
      {query === undefined ? (
        text
      ) : (
        <IncidentsLink
          query={joinedQuery(query, shown)}
          aria-label={t('indicators.cell', { title, place, year, value: [text, detail].join(' ').trim() })}
        >
          {text}
        </IncidentsLink>
      )}
      {isMarked ? (
        verdict === undefined ? null : (
          <span className={styles.mark} title={wordsOf(verdict)}>
            <span aria-hidden="true">{verdict.isClear ? (rises ? '▲' : '▼') : hasInterval(verdict) ? '•' : ''}</span>
            <span className="visually-hidden">{wordsOf(verdict)}</span>
          </span>
        )
      ) : detail === undefined ? null : (
        <span className={`${kit.faint} ${kit.tiny} ${kit.block}`}>{detail}</span>
      )}
    </td>
  );
}

const wordsOf = ({ text, rest }: Verdict) => `${text} ${rest}`.trim();

/** Whether a change that is not clear has an interval; other verdicts say why there is none. */
const hasInterval = ({ isClear, rest }: Verdict) => !isClear && rest !== '';

/** How the last complete year differs from the one before: a dot where that is not clear, and how much is not known. */
function Change(verdict: Verdict) {
  const { text, isClear, rest, unknown } = verdict;
  return (
    <span className={kit.note}>
      {isClear ? (
        <strong className={kit.ink}>{text}</strong>
      ) : hasInterval(verdict) ? (
        <>
          <span aria-hidden="true">•</span>
          <span className="visually-hidden">{text}</span>
        </>
      ) : (
        text
      )}{' '}
      {rest}
      {unknown === undefined ? null : <span className={`${kit.faint} ${kit.tiny} ${kit.block}`}>{unknown}</span>}
    </span>
  );
}
