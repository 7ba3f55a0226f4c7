import type { FunnelSide } from '@monitor/contract';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { ChartCard } from './chart-card.tsx';
import { FitWidth } from './fit-width.tsx';
import { type FunnelPoint, funnelLayout, linkPlaces, linkSize } from './funnel-layout.ts';
import { FunnelPicture } from './funnel-picture.tsx';
import styles from './funnel-plot.module.css';

/** A place of a funnel plot. */
export interface FunnelPlace extends Omit<FunnelPoint, 'label'> {
  readonly name: string;
  readonly events: number;
  readonly side: FunnelSide;
}

interface FunnelPlotProps {
  /** Part of the names of its files. */
  readonly name: string;
  readonly title: string;
  readonly reading: string | undefined;
  readonly places: readonly FunnelPlace[];
  /** Per 100,000 people and year, of all together. */
  readonly average: number;
  /** Length of the period. */
  readonly years: number;
  /** What is counted: "Violent incidents". */
  readonly countLabel: string;
  readonly legend: string;
  /** The query string of the pages of places. */
  readonly query: string;
}

/** Width of the picture in a file, in pixels. */
const paperWidth = 640;

/** All places by population and rate, with the limits between which chance alone would leave most of them. */
export function FunnelPlot({ name, title, reading, places, average, years, countLabel, legend, query }: FunnelPlotProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const isNamed = ({ kind }: FunnelPlace) => kind === 'own' || kind === 'peer';
  const points = places.map((place): FunnelPoint => ({
    ...place,
    label: isNamed(place) ? t('places.funnel.label', { place: place.name, rate: number.rate(place.rate) }) : undefined,
  }));
  const shape = { points, average, years };
  return (
    <ChartCard
      form="part"
      title={title}
      reading={reading}
      outdated={false}
      notes={[legend]}
      onPaper={<FunnelPicture layout={funnelLayout(shape, paperWidth)} average={average} />}
      table={{
        name,
        columns: [
          { label: t('places.list.place'), number: false },
          { label: t('places.funnel.peopleColumn'), number: true },
          { label: countLabel, number: true },
          { label: t('chart.rates.rate'), number: true },
          { label: t('places.funnel.chance'), number: false },
        ],
        rows: places
          .toSorted((one, other) => other.people - one.people)
          .map((place) => [
            { text: place.name, value: place.name },
            { text: number.count(Math.round(place.people)), value: Math.round(place.people) },
            { text: number.count(place.events), value: place.events },
            { text: number.rate(place.rate), value: place.rate },
            { text: t(`places.funnel.side.${place.side}`), value: t(`places.funnel.side.${place.side}`) },
          ]),
      }}
    >
      <FitWidth>
        {(width) => {
          const layout = funnelLayout(shape, width);
          const named = places.filter(isNamed);
          const spots = linkPlaces(layout.points.filter(({ label }) => label !== undefined));
          return (
            <>
              <FunnelPicture layout={layout} average={average} />
              <ul>
                {named.map((place, index) => {
                  const spot = spots[index] ?? { x: 0, y: 0 };
                  return (
                    <li key={place.key}>
                      <Link
                        className={styles.link}
                        style={{ insetBlockStart: spot.y - linkSize / 2, insetInlineStart: spot.x - linkSize / 2 }}
                        to="/places/$place"
                        params={{ place: place.key }}
                        search={{ query }}
                        aria-label={t('places.funnel.read', {
                          place: place.name,
                          rate: number.rate(place.rate),
                          side: t(`places.funnel.side.${place.side}`),
                        })}
                      />
                    </li>
                  );
                })}
              </ul>
            </>
          );
        }}
      </FitWidth>
    </ChartCard>
  );
}
