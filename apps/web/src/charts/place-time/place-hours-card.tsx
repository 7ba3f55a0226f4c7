import { type Filter, without } from '@monitor/domain';
import { spreadHours, spreadHoursNotes, weekReadingText } from '@monitor/findings';
import type { OneSide } from '../../filter/use-answers.ts';
import { useSummary } from '../../api/use-summary.ts';
import { ChoiceMenu } from '../../controls/choice-menu.tsx';
import { setView } from '../../filter/filter-actions.ts';
import { useExplore } from '../../filter/use-explore.ts';
import { useVoice } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useHoursPerCell } from '../week-card.tsx';
import { WeekHeatCard } from '../week-heat.tsx';

const everywhere = 'all';

/** Incidents by weekday and hour in one place, those of known part of the day spread over its hours. */
export function PlaceHoursCard({ answers }: { answers: OneSide }) {
  const { t } = useTranslation();
  const voice = useVoice();
  const { filter, view, act } = useExplore();
  const hoursPerCell = useHoursPerCell();
  const regions = (answers.summary.data?.facets.region ?? []).map(({ value }) => value);
  const place = regions.find((region) => region === view.hours) ?? everywhere;
  const ofPlace: Filter = place === everywhere ? filter : { ...without(filter, 'region', 'country'), region: [place] };
  const { data, outdated } = useSummary(ofPlace, { interval: 'none', hours: true });
  const hours = data?.hours;
  const spread = hours && spreadHours(hours);
  const name = place === everywhere ? t('placeTime.hours.everywhere') : voice.place(place);
  const title = t('placeTime.hours.title', { place: name });
  return (
    <WeekHeatCard
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
      notes={hours && spread ? spreadHoursNotes(hours, spread, voice) : []}
      hours={hours && spread && { ...hours, incidents: spread.incidents }}
      drawn={spread?.whole}
      hoursPerCell={hoursPerCell}
    />
  );
}
