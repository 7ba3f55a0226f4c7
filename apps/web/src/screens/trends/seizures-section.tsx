import type { TrendsSubjectsData } from '@monitor/contract';
import { unknownValue } from '@monitor/findings';
import { Link } from '@tanstack/react-router';
import { ChartCard } from '../../charts/chart-card.tsx';
import { RowBarsPicture } from '../../charts/row-bars-picture.tsx';
import { RowBars } from '../../charts/row-bars.tsx';
import { exploreAddress, readFilter } from '../../filter/explore-query.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import kit from '../../styles/kit.module.css';
import { barTable, paperWidth } from './people-section.tsx';
import styles from './seizures-section.module.css';

interface SeizuresSectionProps {
  readonly seizures: TrendsSubjectsData['seizures'];
  readonly outdated: boolean;
}

/** What was seized in the compared period: by class, how it was obtained, legality, the largest seizures, and how much was traced. */
export function SeizuresSection({ seizures, outdated }: SeizuresSectionProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  const { title, reading, query, weapons, amount, traced, largest, notReported } = seizures;
  const groups = seizures.groups.map(({ list, rows }) =>
    rows.map(({ value, weapons: count }) => ({
      key: `${list} ${value}`,
      label: t('trends.seizures.value', { list: t(`filter.dimension.${list}`), value: terms.value(list, value) }),
      amounts: [count],
      isUnknown: value === unknownValue,
    })),
  );
  const columns = [{ key: 'weapons', title: amount, whole: weapons, tone: 'seizure' as const }];
  return (
    <ChartCard
      form="section"
      title={title}
      reading={reading}
      outdated={outdated}
      filter={readFilter(query)}
      table={barTable('weapons-seized', t('trends.seizures.row'), groups, columns)}
      onPaper={<RowBarsPicture columns={columns} groups={groups} width={paperWidth} />}
    >
      <div className={`${kit.pair} ${styles.parts}`}>
        <RowBars caption={title} rowTitle={t('trends.seizures.row')} columns={columns} groups={groups} />
        <div>
          {traced && (
            <p className={`${kit.words} ${kit.bottom3}`}>
              <strong>{traced.title}</strong> {traced.text}
            </p>
          )}
          <p className={`${kit.words} ${kit.bottom3}`}>
            {largest}{' '}
            <Link to="/explore" search={{ query: exploreAddress(query, 'weapons') }}>
              {t('trends.seizures.list')}
            </Link>
          </p>
          {notReported && <p className={`${kit.words} ${kit.bottom3}`}>{notReported}</p>}
        </div>
      </div>
    </ChartCard>
  );
}
