import type { SyntheticShare } from '@monitor/findings';
import { regions } from '@monitor/geography';
import { useTranslation } from 'react-i18next';
import { inBrowser } from '../controls/in-browser.ts';
import { loadedPart } from '../controls/loaded-part.tsx';
import { ScrollArea } from '../controls/scroll-area.tsx';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import marks from '../styles/synthetic.module.css';
import { type AreaRate, leastOnMap, type RateMapProps } from './rate-map-rates.ts';
import styles from './rate-map.module.css';

const Picture = loadedPart<RateMapProps>(
  async () => {
    const [{ RateMapPicture }, atlas] = await Promise.all([
      import('./rate-map-picture.tsx'),
      import('./atlas.ts').then(({ loadAtlas }) => loadAtlas()),
    ]);
    return { default: (props) => <RateMapPicture atlas={atlas} {...props} /> };
  },
  <div className={styles.room} />,
);

/**
 * A map of rates by location and region: a drawing that does not move, for pages that are read and printed. What it shows is in a table
 * below, for keyboards and screen readers, and what every map must say, too.
 * @param synthetic how much of the figures is made up; left out where the page has the notes of the map elsewhere
 */
export function RateMap({ synthetic, ...map }: RateMapProps & { readonly synthetic?: SyntheticShare }) {
  const { t } = useTranslation();
  return (
    <div className={styles.map}>
      <Picture what={t('rateMap.map')} {...map} />
      {synthetic === undefined ? null : (
        <p className={styles.notes}>
          <RateMapNotes rates={map.rates} synthetic={synthetic} />
        </p>
      )}
      <Values {...map} />
    </div>
  );
}

/** How names and lines are meant, where the figures and the population come from, and whether figures are made up. */
export function RateMapNotes({ rates, synthetic }: { readonly rates: RateMapProps['rates']; readonly synthetic: SyntheticShare }) {
  const { t } = useTranslation();
  const known = [...rates.locations, ...rates.regions].map((code) => rates.rateOf(code));
  const sources = new Set(known.flatMap((one) => (one.kind === 'rate' ? `${one.source} (${one.lastYear})` : [])));
  return (
    <>
      {t('notice.boundaries')} *{t('notice.kosovo')}{' '}
      {sources.size === 0 ? null : <>{t('rateMap.sources', { sources: [...sources].toSorted() })} </>}
      {t('rateMap.credits')}
      {synthetic === 'none' ? null : (
        <>
          {' · '}
          <strong className={marks.synthetic} title={t(synthetic === 'all' ? 'notice.synthetic' : 'notice.someSynthetic')}>
            {t(`map.synthetic.${synthetic}`)}
          </strong>
        </>
      )}
    </>
  );
}

/** The values of the map as a table: locations first, then their regions. */
function Values({ rates, unit, addressOf }: RateMapProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  // Regions only where they can be unfolded: the page of the server is smaller without.
  const rows = rates.locations.flatMap((location) => [location, ...(inBrowser ? regionsOf(location) : [])]);
  return (
    <details className={styles.values}>
      <summary>{t('rateMap.values')}</summary>
      <ScrollArea className={styles.frame} label={unit}>
        <table className={styles.table}>
          <caption className="visually-hidden">{unit}</caption>
          <thead>
            <tr>
              <th scope="col">{t('rateMap.column.place')}</th>
              <th scope="col">{t('rateMap.column.rate')}</th>
              <th scope="col">{t('rateMap.column.interval')}</th>
              <th scope="col">{t('rateMap.column.count')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((code) => (
              <tr key={code} data-location={rates.locations.includes(code) || undefined}>
                <th scope="row">
                  <a href={addressOf(code)}>{terms.place(code)}</a>
                </th>
                <Cells rate={rates.rateOf(code)} />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </details>
  );
}

function Cells({ rate }: { readonly rate: AreaRate }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const values = rate.kind === 'rate' ? { low: number.rate(rate.low), high: number.rate(rate.high) } : undefined;
  return (
    <>
      <td>{rate.kind === 'rate' ? number.rate(rate.rate) : t(`rateMap.texture.${rate.kind}`, { least: leastOnMap })}</td>
      <td>{values === undefined ? '' : t('rateMap.interval', values)}</td>
      <td>{number.count(rate.events)}</td>
    </>
  );
}

function regionsOf(location: string): string[] {
  return regions.filter(({ jurisdiction }) => jurisdiction === location).map(({ code }) => code);
}
