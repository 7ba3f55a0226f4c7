import type { WeekHours } from '@monitor/contract';
import { type Filter, hoursOfPart, without } from '@monitor/domain';
import { weekReadingText } from '@monitor/findings';
import { aoristicHours } from '@monitor/statistics';
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
  const { number } = voice;
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
      hours={hours && spread && { ...hours, incidents: spread.incidents }}
      drawn={spread?.whole}
      hoursPerCell={hoursPerCell}
    />
  );
}

interface SpreadHours {
  /** By weekday and hour, with incidents of known part of the day spread evenly over its hours: fractions of incidents. */
  readonly incidents: readonly (readonly number[])[];
  /** The same in whole incidents, with the same sum for each part of the day. */
  readonly whole: readonly (readonly number[])[];
  /** Incidents that are spread. */
  readonly spread: number;
  /** Incidents of which not even the part of the day is known, in none of the hours. */
  readonly unknown: number;
  /** Incidents in all hours. */
  readonly shown: number;
}

/** The hours of the week with those of known part of the day spread over them. */
export function spreadHours({ incidents, parts, known, unknown }: WeekHours): SpreadHours {
  const spans = parts.flatMap((counts, day) =>
    counts.map((events, part) => ({ day, from: part * hoursOfPart, to: (part + 1) * hoursOfPart, events })),
  );
  const spread = parts.flat().reduce((sum, count) => sum + count, 0);
  return {
    incidents: aoristicHours(incidents, spans),
    whole: incidents.map((day, weekday) =>
      day.map((count, hour) => count + wholeShare(parts[weekday]?.[Math.floor(hour / hoursOfPart)] ?? 0, hour % hoursOfPart)),
    ),
    spread,
    unknown: unknown - spread,
    shown: known + spread,
  };
}

/** Whole incidents of a part of the day that fall to one of its hours: as even as whole numbers can be. */
function wholeShare(count: number, hour: number): number {
  return Math.floor(((hour + 1) * count) / hoursOfPart) - Math.floor((hour * count) / hoursOfPart);
}
