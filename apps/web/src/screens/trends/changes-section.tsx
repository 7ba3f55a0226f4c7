import type { SaidComparison, TrendsPlacesData } from '@monitor/contract';
import { useState } from 'react';
import { breakNotes } from '../../charts/break-notes.ts';
import { changesTable } from '../../charts/changes-table.ts';
import { Section } from '../../sections/section.tsx';
import buttons from '../../controls/button.module.css';
import { exploreAddress, exploreQuery, filterOfStep, readFilter } from '../../filter/explore-query.ts';
import { IncidentsLink } from '../../filter/incidents-link.tsx';
import { useExplore } from '../../filter/use-explore.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import kit from '../../styles/kit.module.css';
import { ChangesPicture, ChangesTable } from './changes-table.tsx';
import { numberColumn, textColumn } from '../../format/chart-table.ts';
import { type Multiple, MultiplesPicture, type MultiplesProps, SmallMultiples } from '../../charts/small-multiples.tsx';

/** Rows of others than the notable ones that are shown at first. */
const otherRows = 6;

/** What changed in each place since the period compared with, the strongest first, and how much of it may be due to chance. */
export function ChangesSection({ data, outdated }: { data: TrendsPlacesData; outdated: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const { changes, period } = data;
  const rows = changes.compared;
  const notable = rows.filter(({ evidence }) => evidence !== 'chance').length;
  const shown = all ? rows : rows.slice(0, notable + otherRows);
  return (
    <Section
      method="families-of-comparisons"
      title={changes.title}
      reading={changes.reading}
      outdated={outdated}
      filter={readFilter(data.query)}
      table={changesTable(changes, period, t, format)}
      paper="long"
      onPaper={rows.length === 0 ? undefined : (width) => <ChangesPicture comparisons={rows} period={period} width={width} />}
    >
      <Sentences comparisons={rows.filter(({ evidence }) => evidence !== 'chance')} />
      {shown.length === 0 ? null : <ChangesTable comparisons={shown} comparedWith={changes.comparedWith} period={period} />}
      <p className={`${kit.detail} ${kit.top2}`}>
        {rows.length > shown.length ? (
          <>
            <button type="button" className={buttons.link} onClick={() => setAll(true)}>
              {t('changes.showOthers', { count: rows.length - shown.length })}
            </button>
            .{' '}
          </>
        ) : null}
        {changes.rest}
      </p>
    </Section>
  );
}

/** The changes that stand out, each a sentence that leads to the incidents behind it. */
function Sentences({ comparisons }: { comparisons: readonly SaidComparison[] }) {
  const { t } = useTranslation();
  if (comparisons.length === 0) return null;
  return (
    <ul className={`${kit.stack} ${kit.words} ${kit.bottom3}`}>
      {comparisons.map((comparison) => {
        const { name, kind, measure, sentence, largest, query } = comparison;
        return (
          <li key={`${name} ${kind} ${measure}`}>
            <strong>{name}.</strong> {sentence} {largest}{' '}
            <IncidentsLink query={exploreAddress(query, measure)}>{t('changes.incidentsBehind')}</IncidentsLink>
          </li>
        );
      })}
    </ul>
  );
}

interface PlacesSectionProps {
  readonly rates: NonNullable<TrendsPlacesData['rates']>;
  readonly outdated: boolean;
}

/** The rate of each place by year, on one scale. */
export function PlacesSection({ rates: { title, reading, isPartial, years, places }, outdated }: PlacesSectionProps) {
  const { t } = useTranslation();
  const { number, date } = useFormat();
  const terms = useTerms();
  const { filter, view } = useExplore();
  const rateText = (rate: number | null | undefined) => (rate == null ? '–' : number.rate(rate));
  const named = places.map((one) => ({ ...one, name: one.code === undefined ? t('trends.places.all') : terms.place(one.code) }));
  const multiples = named.map(({ code, name, rates, breaks }): Multiple => ({
    key: code ?? 'all',
    name,
    amounts: rates,
    breaks: breaks?.map(({ at }) => at),
    isPartial,
    end: rateText(rates.findLast((rate) => rate !== null)),
  }));
  const props: MultiplesProps = {
    multiples,
    first: date.year(years[0] ?? ''),
    last: date.year(years.at(-1) ?? ''),
    markOf: (key, at) => {
      const start = years[at] ?? '';
      const { name = '', amounts = [] } = multiples.find((one) => one.key === key) ?? {};
      return {
        query: exploreQuery(filterOfStep({ ...filter, ...(key !== 'all' && { country: [key] }) }, start, 'year'), view.measure),
        name: t('trends.mark', { part: name, step: date.year(start), amount: rateText(amounts[at]) }),
      };
    },
  };
  const cell = (value: number | null | undefined) => ({
    text: rateText(value),
    value: value == null ? null : Number(value.toPrecision(4)),
  });
  return (
    <Section
      title={title}
      reading={reading}
      outdated={outdated}
      notes={breakNotes(named, t)}
      table={{
        name: 'rates-by-place-and-year',
        columns: [textColumn(t('chart.intervals.year')), ...multiples.map(({ name }) => numberColumn(name))],
        rows: years.map((start, at) => [
          { text: start.slice(0, 4), value: start.slice(0, 4) },
          ...multiples.map(({ amounts }) => cell(amounts[at])),
        ]),
      }}
      paper="long"
      onPaper={(width) => <MultiplesPicture {...props} width={width} />}
    >
      <SmallMultiples {...props} />
    </Section>
  );
}
