import { type Filter, without } from '@monitor/domain';
import { weekReadingText } from '@monitor/findings';
import type { OneSide } from '../../answers/use-answers.ts';
import { useSummary } from '../../answers/use-summary.ts';
import { ChoiceMenu } from '../../controls/choice-menu.tsx';
import { useMediaQuery } from '../../controls/use-media-query.ts';
import { setView } from '../../filter/filter-actions.ts';
import { useExplore } from '../../filter/use-explore.ts';
import { useVoice } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ChartCard } from '../chart-card.tsx';
import { weekGrid } from '../week-grid.ts';
import { WeekHeat } from '../week-heat.tsx';
import { weekLayout } from '../week-layout.ts';
import { WeekPicture } from '../week-picture.tsx';
import { spreadHours } from './spread-hours.ts';
import { largestCell, weekLegendText, weekTable } from '../week-words.ts';

const everywhere = 'all';
const phone = '(max-width: 520px)';
const paperWidth = 640;

/** Incidents by weekday and hour in one place, those of known part of the day spread over its hours. */
export function PlaceHoursCard({ answers }: { answers: OneSide }) {
  const { t } = useTranslation();
  const voice = useVoice();
  const { number } = voice;
  const { filter, view, act } = useExplore();
  const hoursPerCell = useMediaQuery(phone) ? 3 : 1;
  const regions = (answers.summary.data?.facets.region ?? []).map(({ value }) => value);
  const place = regions.find((region) => region === view.hours) ?? everywhere;
  const ofPlace: Filter = place === everywhere ? filter : { ...without(filter, 'region', 'country'), region: [place] };
  const { data, outdated } = useSummary(ofPlace, { interval: 'none', hours: true });
  const hours = data?.hours;
  const spread = hours && spreadHours(hours);
  const name = place === everywhere ? t('placeTime.hours.everywhere') : voice.place(place);
  const title = t('placeTime.hours.title', { place: name });
  const grid = spread && weekGrid({ incidents: spread.whole }, hoursPerCell);
  return (
    <ChartCard
      title={title}
      reading={hours && weekReadingText(hours, data.period, voice)}
      outdated={outdated}
      filter={ofPlace}
      controls={
        <ChoiceMenu
          label={t('placeTime.hours.place')}
          value={place}
          options={[
            { value: everywhere, label: t('placeTime.hours.everywhere') },
            ...regions.map((value) => ({ value, label: voice.place(value) })),
          ]}
          onChoose={(chosen) => act(setView({ hours: chosen === everywhere ? undefined : chosen }))}
        />
      }
      legend={grid && spread !== undefined && spread.shown > 0 ? weekLegendText(grid, t, voice) : undefined}
      notes={
        hours === undefined || spread === undefined
          ? []
          : [
              t('placeTime.hours.known', { known: number.count(hours.known), count: hours.known }),
              ...(spread.spread === 0
                ? []
                : [
                    t('placeTime.hours.spread', { count: spread.spread, number: number.count(spread.spread) }),
                    t('placeTime.hours.other'),
                  ]),
              ...(spread.unknown === 0
                ? []
                : [t('placeTime.hours.unknown', { count: spread.unknown, number: number.count(spread.unknown) })]),
            ]
      }
      table={hours && spread && weekTable({ ...hours, incidents: spread.incidents }, t, voice)}
      onPaper={grid && <WeekPicture grid={grid} layout={weekLayout(grid, paperWidth, largestCell(grid, voice))} />}
    >
      {grid === undefined || spread?.shown === 0 ? null : <WeekHeat grid={grid} />}
    </ChartCard>
  );
}
