import type { NearRepeatCell } from '@monitor/findings';
import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';
import { useExplore } from '../../filter/use-explore.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ChartCard } from '../chart-card.tsx';
import { FitWidth } from '../../pictures/fit-width.tsx';
import { Calculating } from './calculating.tsx';
import { NearRepeatPicture } from './near-repeat-picture.tsx';
import {
  daysText,
  distanceText,
  nearRepeatNotes,
  nearRepeatReading,
  nearRepeatTable,
  nearRepeatTitle,
  ratioText,
} from './near-repeat-words.ts';
import { useStatistics } from './use-statistics.ts';

/** Whether incidents are followed by others nearby more often than by chance. */
export function NearRepeatCard() {
  const { t } = useTranslation();
  const format = useFormat();
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
    <ChartCard
      title={nearRepeatTitle(answer, t)}
      reading={answer && nearRepeatReading(answer, t, format)}
      legend={bands && t('placeTime.nearRepeat.legend')}
      notes={data === undefined ? [] : nearRepeatNotes(data, answer, t, format)}
      table={bands && nearRepeatTable(bands, t, format)}
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
    </ChartCard>
  );
}

/** The picture for those who hear it. */
function BandsTable({ bands }: { bands: readonly (readonly NearRepeatCell[])[] }) {
  const { t } = useTranslation();
  const format = useFormat();
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
                <td key={daysText(time, t)}>{ratioText(cell, format)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
