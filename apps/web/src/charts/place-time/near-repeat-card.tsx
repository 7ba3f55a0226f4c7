import {
  type NearRepeatCell,
  nearRepeatNotes,
  nearRepeatReading,
  nearRepeatTitle,
  pairRatio,
  pairsByChance,
  pText,
} from '@monitor/findings';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { queries } from '../../api/queries.ts';
import { useExplore } from '../../filter/use-explore.ts';
import { type ChartTable, countCell, numberColumn, textCell, textColumn } from '../../format/chart-table.ts';
import { type Format, useFormat } from '../../format/use-format.ts';
import { useVoice } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Section } from '../../sections/section.tsx';
import { FitWidth } from '../../pictures/fit-width.tsx';
import { Calculating } from './calculating.tsx';
import { daysText, distanceText, NearRepeatPicture } from './near-repeat-picture.tsx';
import { useStatistics } from './use-statistics.ts';

/** Whether incidents are followed by others nearby more often than by chance. */
export function NearRepeatCard() {
  const { t } = useTranslation();
  const voice = useVoice();
  const { query } = useExplore();
  const points = useQuery(queries.points(query));
  const { data } = points;
  const statistics = useStatistics(
    ['near-repeats', query, data?.datasetVersion],
    data && ({ kind: 'near_repeats', points: { points: data.points } } as const),
  );
  const { answer } = statistics;
  const bands = answer?.kind === 'tested' ? answer.bands : undefined;
  return (
    <Section
      form="card"
      method="near-repeats"
      title={nearRepeatTitle(answer, voice)}
      reading={answer && nearRepeatReading(answer, voice)}
      legend={bands && t('placeTime.nearRepeat.legend')}
      notes={data === undefined ? [] : nearRepeatNotes(data, answer, voice)}
      table={bands && tableOf(bands, t, voice)}
      onPaper={bands && ((width) => <NearRepeatPicture bands={bands} width={width} />)}
    >
      {bands === undefined ? (
        <Calculating what={t('placeTime.nearRepeat.title.plain')} error={points.error} statistics={statistics} />
      ) : (
        <>
          <FitWidth>{(width) => <NearRepeatPicture bands={bands} width={width} />}</FitWidth>
          <BandsTable bands={bands} />
        </>
      )}
    </Section>
  );
}

/** The picture for those who hear it. */
function BandsTable({ bands }: { bands: readonly (readonly NearRepeatCell[])[] }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (
    <div className="visually-hidden">
      <table>
        <caption>{t('placeTime.nearRepeat.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('placeTime.nearRepeat.column.distance')}</th>
            {bands[0]?.map((_, time) => (
              <th key={daysText(time, t)} scope="col">
                {daysText(time, t)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bands.map((row, distance) => (
            <tr key={distanceText(distance, t)}>
              <th scope="row">{distanceText(distance, t)}</th>
              {row.map((cell, time) => (
                <td key={daysText(time, t)}>{pairRatio(cell, number)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** All bands, a row each. */
function tableOf(bands: readonly (readonly NearRepeatCell[])[], t: TFunction, format: Format): ChartTable {
  const { number } = format;
  return {
    name: 'near-repeats',
    columns: [
      textColumn(t('placeTime.nearRepeat.column.distance')),
      textColumn(t('placeTime.nearRepeat.column.time')),
      numberColumn(t('placeTime.nearRepeat.column.observed')),
      numberColumn(t('placeTime.nearRepeat.column.expected')),
      numberColumn(t('placeTime.nearRepeat.column.low')),
      numberColumn(t('placeTime.nearRepeat.column.high')),
      numberColumn(t('placeTime.nearRepeat.column.ratio')),
      numberColumn(t('placeTime.nearRepeat.column.p')),
      numberColumn(t('placeTime.nearRepeat.column.adjusted')),
    ],
    rows: bands.flatMap((row, distance) =>
      row.map((cell, time) => [
        textCell(distanceText(distance, t)),
        textCell(daysText(time, t)),
        countCell(cell.observed, format),
        { text: pairsByChance(cell.expected, number), value: cell.expected },
        countCell(cell.low, format),
        countCell(cell.high, format),
        { text: pairRatio(cell, number), value: cell.ratio },
        { text: pText(cell.p, number), value: cell.p },
        { text: pText(cell.adjusted, number), value: cell.adjusted },
      ]),
    ),
  };
}
