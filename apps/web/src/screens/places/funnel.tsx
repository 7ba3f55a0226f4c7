import { daysOf, noRateText, placeRate, populationRate, withoutRate } from '@monitor/findings';
import { population, regionPopulation } from '@monitor/geography';
import type { TFunction } from 'i18next';
import { funnelSide } from '../../charts/funnel-layout.ts';
import { type FunnelPlace, FunnelPlot } from '../../charts/funnel-plot.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { placeQuery } from '../../filter/place-address.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import kit from '../../styles/kit.module.css';
import { periodWords } from './place-period.tsx';
import type { PlaceAnswers } from './use-place-answers.ts';

const daysPerYear = 365.25;

/** The place among all: rate against population, with what chance alone would leave around the average of all locations. */
export function Funnel({ answers }: { answers: PlaceAnswers }) {
  const { t } = useTranslation();
  const format = useFormat();
  const terms = useTerms();
  const { place, main, everywhere, datasets, period } = answers;
  const { answer, filter } = everywhere;
  if (answer === undefined || answer.period === null || datasets === undefined || period === undefined) return null;
  const days = daysOf(answer.period);
  const input = { filter, period: answer.period, datasets };
  const title = t('places.funnel.title', { period: periodWords(period, t, format) });
  const none = withoutRate(input);
  const whole = populationRate({ ...input, findPopulation: population }, answer.facets.country ?? [], 'incidents');
  if (none !== undefined || whole.kind !== 'rate' || whole.rate === 0) {
    const reason = none === undefined ? (whole.kind === 'rate' ? ({ kind: 'too_few' } as const) : whole) : { kind: none };
    return (
      <p className={`${kit.detail} ${kit.bottom2}`}>{t('places.average.notCompared', { reason: noRateText(reason, t, 'long') })}</p>
    );
  }
  const counted = [
    ...(answer.facets.country ?? []).map((one) => ({ ...one, findPopulation: population, isRegion: false })),
    ...(answer.facets.region ?? []).map((one) => ({ ...one, findPopulation: regionPopulation, isRegion: true })),
  ];
  const places = counted.flatMap(({ value: code, incidents, findPopulation, isRegion }): FunnelPlace[] => {
    const rate = placeRate({ ...input, findPopulation }, code, incidents);
    if ('kind' in rate) return [];
    const isOwn = code === place.code && place.kind !== 'settlement';
    const kind = isOwn ? 'own' : !isRegion ? 'peer' : code.startsWith(`${place.country}-`) ? 'part' : 'other';
    const side = funnelSide(incidents, ((whole.rate / 100_000) * rate.exposure) / daysPerYear);
    return [{ key: code, name: terms.place(code), events: incidents, rate: rate.rate, people: rate.exposure / days, kind, side }];
  });
  return (
    <FunnelPlot
      name={`all-places-${place.address}`}
      title={title}
      reading={funnelText(places, t)}
      places={places}
      average={whole.rate}
      years={days / daysPerYear}
      countLabel={t(`places.row.${main.name}.name`)}
      legend={t('places.funnel.legend')}
      query={placeQuery(answers.filter)}
    />
  );
}

/** On which side of what chance alone would leave the place is, and which locations are beyond it. */
export function funnelText(places: readonly Pick<FunnelPlace, 'name' | 'kind' | 'side'>[], t: TFunction): string {
  const own = places.find(({ kind }) => kind === 'own');
  const peers = (side: FunnelPlace['side']) =>
    places.filter((one) => one.kind === 'peer' && one.side === side).map(({ name }) => name);
  const [below, above] = [peers('below'), peers('above')];
  return [
    ...(own === undefined ? [] : [t(`places.funnel.own.${own.side}`, { place: own.name })]),
    ...(below.length === 0 ? [] : [t('places.funnel.below', { places: below })]),
    ...(above.length === 0 ? [] : [t('places.funnel.above', { places: above })]),
  ].join(' ');
}
