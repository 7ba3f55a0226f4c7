import { countedKey } from '@monitor/findings';
import type { PlaceData, PlaceFigures } from '@monitor/contract';
import { Link } from '@tanstack/react-router';
import { countCell, numberColumn, textCell, textColumn } from '../format/chart-table.ts';
import { readFilter } from '../filter/explore-query.ts';
import { placeQuery } from '../filter/place-address.ts';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { FitWidth } from '../pictures/fit-width.tsx';
import { AmountAxis } from '../pictures/lines.tsx';
import { PictureFrame } from '../pictures/picture-frame.tsx';
import inks from '../styles/drawing.module.css';
import kit from '../styles/kit.module.css';
import { Section } from '../sections/section.tsx';
import { type FunnelLayout, funnelLayout, type FunnelPoint, funnelSizes, linkPlaces, linkSize } from './funnel-layout.ts';
import styles from './funnel-plot.module.css';

interface FunnelPlotProps {
  readonly page: PlaceData;
  readonly funnel: NonNullable<PlaceFigures['funnel']>;
  readonly title: string;
}

/** The place among all: rate against population, with what chance alone would leave around the average of all locations. */
export function FunnelPlot({ page: { place: own, counted, query }, funnel: { reading, plot }, title }: FunnelPlotProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  const format = useFormat();
  const { number } = format;
  if (plot === undefined) return <p className={`${kit.detail} ${kit.bottom2}`}>{reading}</p>;
  const { average, years, dispersion } = plot;
  const places = plot.places.map(({ code, ...place }) => ({ ...place, key: code, name: terms.place(code) }));
  const isNamed = ({ kind }: FunnelPoint) => kind === 'own' || kind === 'peer';
  const points = places.map((place): FunnelPoint => ({
    ...place,
    label: isNamed(place) ? t('places.funnel.label', { place: place.name, rate: number.rate(place.rate) }) : undefined,
  }));
  const layoutOf = (width: number) => funnelLayout({ points, average, years, dispersion }, width);
  return (
    <Section
      form="part"
      method="funnel-plot"
      title={title}
      reading={reading}
      notes={[t('places.funnel.legend')]}
      paper="wide"
      onPaper={(width) => <FunnelPicture layout={layoutOf(width)} average={average} />}
      table={{
        name: `all-places-${own.address}`,
        columns: [
          textColumn(t('places.list.place')),
          numberColumn(t('places.funnel.peopleColumn')),
          numberColumn(t(countedKey(counted, 'incidents', 'name'))),
          numberColumn(t('chart.interval95.rate')),
          textColumn(t('places.funnel.chance')),
        ],
        rows: places
          .toSorted((one, other) => other.people - one.people)
          .map(({ name, people, events, rate, side }) => [
            textCell(name),
            countCell(Math.round(people), format),
            countCell(events, format),
            { text: number.rate(rate), value: rate },
            textCell(t(`places.funnel.side.${side}`)),
          ]),
      }}
    >
      <FitWidth>
        {(width) => {
          const layout = layoutOf(width);
          const named = places.filter(isNamed);
          const spots = linkPlaces(layout.points.filter(isNamed));
          return (
            <>
              <FunnelPicture layout={layout} average={average} />
              <ul>
                {named.map(({ key, name, rate, side }, index) => {
                  const spot = spots[index] ?? { x: 0, y: 0 };
                  return (
                    <li key={key}>
                      <Link
                        className={`${kit.absolute} ${styles.link}`}
                        style={{ insetBlockStart: spot.y - linkSize / 2, insetInlineStart: spot.x - linkSize / 2 }}
                        to="/places/$place"
                        params={{ place: key }}
                        search={{ query: placeQuery(readFilter(query)) }}
                        aria-label={t('places.funnel.read', {
                          place: name,
                          rate: number.rate(rate),
                          side: t(`places.funnel.side.${side}`),
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
    </Section>
  );
}

const { font, left, dot, small } = funnelSizes;
/** What is named lies over what is not. */
const order = ['other', 'part', 'peer', 'own'];

/** Places by population and rate, and the limits of chance, on the screen and in a file. */
function FunnelPicture({ layout, average }: { layout: FunnelLayout; average: number }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { height, plotRight, plotBottom, xTicks, yTicks, bands, points } = layout;
  const ordered = points.toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
  return (
    <PictureFrame layout={layout} font={font}>
      {bands.map((path, index) => (
        <path key={path} className={index === 0 ? styles.outer : inks.band} d={path} />
      ))}
      <AmountAxis ticks={yTicks.map(({ rate, y }) => ({ y, text: number.count(rate) }))} left={left} right={plotRight} />
      {xTicks.map(({ people, x }) => (
        <text key={people} className={inks.middle} x={x} y={plotBottom + 15}>
          {number.count(people)}
        </text>
      ))}
      <text className={inks.middle} x={(left + plotRight) / 2} y={height - 6}>
        {t('places.funnel.people')}
      </text>
      <path className={inks.rule} d={`M${left} ${layout.average}H${plotRight}`} />
      <text className={inks.strong} x={left + 4} y={layout.average - 4}>
        {t('places.funnel.average', { rate: number.rate(average) })}
      </text>
      {ordered.map(({ key, kind, x, y, isCut, label, text }) => (
        <g key={key} data-kind={kind}>
          {isCut ? (
            <path className={styles.point} d={`M${x - 3} ${y + 2}h6l-3 -5z`} />
          ) : (
            <circle className={styles.point} cx={x} cy={y} r={kind === 'own' || kind === 'peer' ? dot : small} />
          )}
          {text === undefined ? null : (
            <text className={`${inks.ink} ${inks.edge} ${styles.label}`} x={text.x} y={text.y} textAnchor={text.anchor}>
              {label}
            </text>
          )}
        </g>
      ))}
    </PictureFrame>
  );
}
