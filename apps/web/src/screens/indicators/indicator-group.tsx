import type { IndicatorSeries, IndicatorTable } from '@monitor/contract';
import { Link } from '@tanstack/react-router';
import { Explained } from '../../controls/explanation.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { comparedCell, exploreQuery, unknownWords, valueWords, verdictWords } from './indicator-words.ts';
import styles from './indicators-page.module.css';
import kit from '../../styles/kit.module.css';
import { usePlaceName } from './use-place-name.ts';

/** The rows of one indicator: all locations together, then each. */
export function IndicatorGroup({ series, table }: { series: IndicatorSeries; table: IndicatorTable }) {
  const { t } = useTranslation();
  const terms = useTerms();
  const title = terms.indicator(series.id, 'title', series.title);
  const definition = terms.indicator(series.id, 'definition', series.definition);
  const places = [...new Set(series.cells.map(({ place }) => place))];
  return (
    <tbody>
      {places.map((place, index) => (
        <IndicatorRow
          key={place ?? 'all'}
          series={series}
          table={table}
          place={place}
          heading={
            index === 0 ? <Explained text={title} explanation={definition} label={t('indicators.about', { title })} /> : undefined
          }
          title={title}
        />
      ))}
    </tbody>
  );
}

function IndicatorRow({
  series,
  table,
  place,
  heading,
  title,
}: {
  series: IndicatorSeries;
  table: IndicatorTable;
  place: string | null;
  /** The name of the indicator, in its first row. */
  heading: React.ReactNode;
  title: string;
}) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const placeName = usePlaceName(table);
  const cells = series.cells.filter((cell) => cell.place === place);
  const compared = comparedCell(cells);
  return (
    <tr className={heading === undefined ? styles.place : styles.first}>
      <th scope="row">
        <span className={styles.name}>{heading ?? placeName(place)}</span>
        {compared === undefined ? null : <Verdict series={series} cell={compared} />}
      </th>
      {cells.map((cell) => {
        const { text, detail } = valueWords(series, cell, t, number);
        const name = t('indicators.cell', {
          title,
          place: placeName(place),
          year: cell.year,
          value: [text, detail].join(' ').trim(),
        });
        return (
          <td key={cell.year} data-incomplete={!cell.complete || undefined} data-empty={cell.value === null || undefined}>
            {cell.gap === 'no_data' ? (
              text
            ) : (
              <Link to="/explore" search={{ query: exploreQuery(series, cell) }} aria-label={name}>
                {text}
              </Link>
            )}
            {detail === undefined ? null : <span className={`${kit.faint} ${kit.tiny} ${kit.block} ${kit.light}`}>{detail}</span>}
          </td>
        );
      })}
    </tr>
  );
}

function Verdict({ series, cell }: { series: IndicatorSeries; cell: IndicatorSeries['cells'][number] }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { verdict, isClear, rest } = verdictWords(series, cell, t, number);
  const unknown = unknownWords(series, cell, t, number);
  return (
    <span className={`${kit.note} ${kit.block} ${styles.verdict}`}>
      {isClear ? <strong>{verdict}</strong> : verdict} {rest}
      {unknown === undefined ? null : ` · ${unknown}`}
    </span>
  );
}
