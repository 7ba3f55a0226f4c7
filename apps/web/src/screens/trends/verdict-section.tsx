import type { SplitVerdicts, TrendsData } from '@monitor/contract';
import { useState } from 'react';
import buttons from '../../controls/button.module.css';
import { exploreAddress } from '../../filter/explore-query.ts';
import { IncidentsLink } from '../../filter/incidents-link.tsx';
import { changeCells, countCell, intervalColumns, numberColumn, textCell, textColumn } from '../../format/chart-table.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { SparkLine } from '../../pictures/spark-line.tsx';
import { Section } from '../../sections/section.tsx';
import kit from '../../styles/kit.module.css';
import { colourOf } from '../../styles/series-colours.ts';
import { IntervalMarks, RatioAxis } from './changes-table.tsx';
import tables from './changes-table.module.css';

/** Rows that are shown at first. */
const firstRows = 12;

/** How each part of a split series changed, one row each, and all together. */
export function VerdictSection({ data, verdicts, outdated }: { data: TrendsData; verdicts: SplitVerdicts; outdated: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isLong, setIsLong] = useState(false);
  const { title, reading, note, rows } = verdicts;
  const { measure, split, unit, steps, parts } = data;
  const hasRate = rows.some(({ rate }) => rate !== undefined);
  const shown = isLong || rows.length <= firstRows + 1 ? rows : [...rows.slice(0, firstRows), ...rows.slice(-1)];
  const { number, date } = format;
  const year = date.year(steps[0]?.start ?? '');
  const pastOf = (value: string | undefined) =>
    value === undefined
      ? steps.map(({ covered, count }) => (covered ? count : null))
      : (parts.find((part) => part.value === value)?.amounts ?? []);
  const head = {
    rate: t('trends.verdictTable.rate'),
    now: t('trends.verdictTable.now'),
    before: t('changes.table.before'),
    verdict: t('trends.verdictTable.verdict'),
    past: t(`trends.verdictTable.past.${unit}`, { year }),
  };
  return (
    <Section
      title={title}
      reading={reading}
      outdated={outdated}
      showsTable
      table={{
        name: `changes-by-${split}`,
        columns: [
          textColumn(t(`trends.split.${split}`)),
          ...(hasRate ? [numberColumn(head.rate)] : []),
          numberColumn(head.now),
          numberColumn(head.before),
          ...intervalColumns('change', t),
          textColumn(head.verdict),
        ],
        rows: rows.map(({ name, rate, count, earlier, difference, verdict, isMarked }) => [
          textCell(name),
          ...(hasRate ? [{ text: rate === undefined ? '–' : number.rate(rate), value: rate ?? null }] : []),
          countCell(count, format),
          countCell(earlier, format),
          ...changeCells(difference, verdict, format),
          textCell(isMarked ? `${verdict}†` : verdict),
        ]),
      }}
      onPaper={null}
      {...(note !== undefined && { notes: [note] })}
    >
      <table className={tables.table}>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`trends.split.${split}`)}</th>
            {hasRate ? (
              <th scope="col" className={tables.number}>
                {head.rate}
              </th>
            ) : null}
            <th scope="col" className={tables.number}>
              {head.now}
            </th>
            <th scope="col" className={tables.number}>
              {head.before}
            </th>
            <th scope="col" className={tables.interval}>
              {head.verdict}
            </th>
            <th scope="col" className={tables.plot}>
              <span className="visually-hidden">{t('changes.table.plot')}</span>
            </th>
            <th scope="col" className={tables.past}>
              {head.past}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => {
            const { value, name, rate, count, earlier, difference, verdict, isClear, isMarked, query } = row;
            const colour = value === undefined ? undefined : colourOf(split, value);
            const past = pastOf(value);
            const said = isMarked ? `${verdict}†` : verdict;
            return (
              <tr
                key={value ?? 'all'}
                data-evidence={isClear ? 'clear' : 'chance'}
                data-dense
                data-whole={value === undefined || undefined}
              >
                <th scope="row">
                  {colour === undefined ? null : (
                    <svg className={tables.swatch} width="16" height="4" aria-hidden="true">
                      <rect width="16" height="3" rx="1" fill={colour} />
                    </svg>
                  )}
                  <IncidentsLink className={`${tables.subject} ${kit.strong} ${kit.ink}`} query={exploreAddress(query, measure)}>
                    {name}
                  </IncidentsLink>
                  <span className={`${kit.phoneOnly} ${kit.block} ${kit.small}`}>
                    {t('trends.verdictTable.inShort', {
                      now: number.count(count),
                      before: earlier === undefined ? '–' : number.count(earlier),
                      verdict: said,
                    })}
                  </span>
                </th>
                {hasRate ? <td className={tables.number}>{rate === undefined ? '–' : number.rate(rate)}</td> : null}
                <td className={tables.number} data-now>
                  {number.count(count)}
                </td>
                <td className={tables.number}>{earlier === undefined ? '–' : number.count(earlier)}</td>
                <td className={tables.interval} data-verdict>
                  {said}
                </td>
                <td className={tables.plot}>
                  <IntervalMarks difference={difference} tone={isClear ? 'count' : 'none'} />
                </td>
                <td className={tables.past}>
                  {past.some((amount) => amount !== null) ? (
                    <SparkLine
                      values={past}
                      colour={colour}
                      label={t('trends.verdictTable.pastOf', { name, past: head.past })}
                      isPartial={steps.at(-1)?.partial === true}
                    />
                  ) : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <RatioAxis className={tables.beforePast} />
      {shown.length < rows.length ? (
        <button type="button" className={buttons.link} onClick={() => setIsLong(true)}>
          {t('changes.showOthers', { count: rows.length - shown.length })}
        </button>
      ) : null}
    </Section>
  );
}
