import type { SyntheticShare } from '@monitor/findings';
import { isHome } from '@monitor/geography';
import type { TFunction } from 'i18next';
import { loadedPart } from '../controls/loaded-part.tsx';
import marks from '../styles/synthetic.module.css';
import { kosovoNote, mapNotices } from '../i18n/notices.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import type { RateMapProps } from './rate-map-props.ts';
import styles from './rate-map.module.css';
import kit from '../styles/kit.module.css';

const pictureWith = (of: 'home' | 'world') =>
  loadedPart<RateMapProps>(
    async () => {
      const [{ RateMapPicture }, atlas] = await Promise.all([
        import('./rate-map-picture.tsx'),
        import('./atlas.ts').then(({ loadAtlas }) => loadAtlas(of)),
      ]);
      return { default: (props) => <RateMapPicture atlas={atlas} {...props} /> };
    },
    <div className={styles.room} />,
  );
const pictures = { home: pictureWith('home'), world: pictureWith('world') } as const;

function Picture(map: RateMapProps) {
  const { t } = useTranslation();
  const Part = pictures[map.rates.locations.every(isHome) ? 'home' : 'world'];
  return <Part what={t('rateMap.map')} {...map} />;
}

/**
 * A map of rates by location and region: a drawing that does not move, for pages that are read and printed, with what every map must say.
 * What it shows is in the table of its card (rate-map-table.ts), for keyboards and screen readers.
 * @param synthetic how much of the figures is made up; left out where the page has the notes of the map elsewhere
 */
export function RateMap({ synthetic, ...map }: RateMapProps & { readonly synthetic?: SyntheticShare }) {
  return (
    <div className={styles.map}>
      <Picture {...map} />
      {synthetic === undefined ? null : (
        <p className={`${kit.note} ${kit.top2}`}>
          <RateMapNotes rates={map.rates} synthetic={synthetic} />
        </p>
      )}
    </div>
  );
}

/** The same drawing for a file, as large as the letters need. */
export function RateMapOnPaper(map: Omit<RateMapProps, 'addressOf'>) {
  return (
    <div className={`${styles.map} ${styles.onPaper}`}>
      <Picture {...map} />
    </div>
  );
}

/** How names and lines are meant, where the figures and the population come from, and whether figures are made up. */
export function RateMapNotes({ rates, synthetic }: { readonly rates: RateMapProps['rates']; readonly synthetic: SyntheticShare }) {
  const { t } = useTranslation();
  return (
    <>
      {[...kosovoNote(rates.locations, t), ...rateMapNotes(rates, t)].join(' ')}
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

/** What is said of lines and population beside every map of rates, and in its files. */
export function rateMapNotes(rates: RateMapProps['rates'], t: TFunction): string[] {
  return [
    ...mapNotices(t),
    ...(rates.sources.length === 0 ? [] : [t('rateMap.sources', { sources: rates.sources })]),
    t('rateMap.credits'),
  ];
}
