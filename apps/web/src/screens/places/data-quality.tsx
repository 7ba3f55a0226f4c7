import { placePrecisions, precisionsWithoutPoint } from '@monitor/domain';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSummary } from '../../answers/use-summary.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import styles from './data-quality.module.css';
import { exploreQuery } from './explore-query.ts';
import { completeness, type Part, sourceMix } from './quality.ts';
import type { PlaceAnswers } from './use-place-answers.ts';

/** How good the data of a place are: how exactly the place is known, who reports, and what the records say. */
export function DataQuality({ answers }: { answers: PlaceAnswers }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const terms = useTerms();
  const { main, seizures } = answers;
  const { answer, filter } = main;
  const either = useSummary(
    answer === undefined || filter.source !== undefined ? undefined : { ...filter, source: ['media', 'official'] },
    {
      interval: 'year',
    },
  ).data;
  if (answer === undefined || answer.totals.incidents === 0) return null;
  const all = answer.totals.incidents;
  const { withoutPoint } = answer.totals;
  const count = (precision: string) => answer.facets.place_precision?.find(({ value }) => value === precision)?.incidents ?? 0;
  const official = answer.facets.source?.find(({ value }) => value === 'official')?.incidents ?? 0;
  return (
    <section className={styles.quality} aria-label={t('places.quality.title')}>
      <h3 className={styles.title}>{t('places.quality.title')}</h3>
      <p className={styles.reading}>
        {t('places.quality.reading', { shown: number.count(all - withoutPoint), all: number.count(all) })}{' '}
        {withoutPoint === 0 ? null : (
          <Link to="/explore" search={{ query: exploreQuery({ ...filter, place_precision: [...precisionsWithoutPoint] }) }}>
            {t('places.quality.withoutPoint', { count: withoutPoint, number: number.count(withoutPoint) })}
          </Link>
        )}
      </p>
      <Stack
        title={t('places.quality.precision')}
        finding={t('places.quality.exact', { share: number.share(count('exact') / all) })}
        parts={placePrecisions.codes.map((name) => ({ name, incidents: count(name) }))}
        all={all}
        nameOf={(name) => terms.label('place_precision', name)}
      />
      {either === undefined ? null : (
        <Stack
          title={t('places.quality.sources')}
          finding={t('places.quality.official', { share: number.share(official / all) })}
          parts={sourceMix(answer, either.totals.incidents)}
          all={all}
          nameOf={(name) => t(`places.quality.source.${name}`)}
        />
      )}
      <div className={styles.head}>
        <h4>{t('places.quality.completeness')}</h4>
        <span>{t('places.quality.share')}</span>
      </div>
      <dl className={styles.fields}>
        {completeness(answer, seizures?.answer).map(({ field, share }) => (
          <div key={field} className={styles.field}>
            <dt>{t(`places.quality.field.${field}`)}</dt>
            <dd className={styles.track}>
              <svg width="100%" height="9" aria-hidden="true">
                <rect className={styles.ground} width="100%" height="9" />
                <rect className={styles.bar} width={`${share * 100}%`} height="9" />
              </svg>
            </dd>
            <dd className={styles.share}>{number.share(share)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Parts of all incidents as one bar, and what they are. */
function Stack<Name extends string>({
  title,
  finding,
  parts,
  all,
  nameOf,
}: {
  title: string;
  finding: string;
  parts: readonly Part<Name>[];
  all: number;
  nameOf: (name: Name) => string;
}) {
  const { number } = useFormat();
  const shown = parts.filter(({ incidents }) => incidents > 0);
  const before = (index: number) => shown.slice(0, index).reduce((sum, { incidents }) => sum + incidents, 0);
  return (
    <>
      <div className={styles.head}>
        <h4>{title}</h4>
        <span>{finding}</span>
      </div>
      <svg width="100%" height="14" aria-hidden="true">
        {shown.map(({ name, incidents }, index) => (
          <rect
            key={name}
            className={styles.part}
            data-step={parts.findIndex((part) => part.name === name)}
            x={`${(before(index) / all) * 100}%`}
            width={`${(incidents / all) * 100}%`}
            height="14"
          />
        ))}
      </svg>
      <ul className={styles.legend}>
        {shown.map(({ name, incidents }) => (
          <li key={name} data-step={parts.findIndex((part) => part.name === name)}>
            {nameOf(name)} <b>{number.count(incidents)}</b>
          </li>
        ))}
      </ul>
    </>
  );
}
