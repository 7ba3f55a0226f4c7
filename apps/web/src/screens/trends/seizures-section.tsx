import { type Filter, filterOfSeizures, type Period } from '@monitor/domain';
import { changeWords, figureChange } from '@monitor/findings';
import { Link } from '@tanstack/react-router';
import type { Answers } from '../../answers/use-answers.ts';
import { useSummary } from '../../answers/use-summary.ts';
import { ChartCard } from '../../charts/chart-card.tsx';
import { RowBarsPicture } from '../../charts/row-bars-picture.tsx';
import { type BarRow, RowBars } from '../../charts/row-bars.tsx';
import { defaultView, writeExploreState } from '../../filter/explore-state.ts';
import { setMeasure } from '../../filter/filter-actions.ts';
import { useFormat } from '../../format/use-format.ts';
import { useVoice } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { barTable } from './people-section.tsx';
import { seizuresRequest, tracedShare, weaponsBy } from './seizures-figures.ts';
import kit from '../../styles/kit.module.css';
import styles from './seizures-section.module.css';

/** What was seized in the compared period: by class, how it was obtained, legality, the largest seizures, and how much was traced. */
export function SeizuresSection({ filter, period, answers }: { filter: Filter; period: Period | undefined; answers: Answers }) {
  const { t } = useTranslation();
  const format = useFormat();
  const voice = useVoice();
  const { number } = format;
  const meant: Filter | undefined = period && { ...filterOfSeizures(filter), ...period };
  const { data, outdated } = useSummary(meant, seizuresRequest);
  const totals = data?.totals;
  const weapons = totals?.weapons ?? 0;
  const traced = data && tracedShare(data);
  const groups = seizuresRequest.facets.map((list): BarRow[] =>
    weaponsBy(data?.facets[list]).map(({ value, weapons: amount }) => ({
      key: `${list} ${value}`,
      label: t('trends.seizures.value', { list: t(`filter.dimension.${list}`), value: voice.value(list, value) }),
      amounts: [amount],
      isUnknown: value === 'not_reported',
    })),
  );
  const amountOf = (measure: 'incidents' | 'weapons' | 'rounds') => {
    const count = totals?.[measure] ?? 0;
    return measure === 'incidents'
      ? t('changes.incidents.weapon_seizure.amount', { count, number: number.count(count) })
      : t(`measure.${measure}.amount`, { count, number: number.count(count) });
  };
  const title =
    totals === undefined
      ? t('trends.seizures.title')
      : t('trends.seizures.found', { seizures: amountOf('incidents'), weapons: amountOf('weapons') });
  const changeOf = (measure: 'incidents' | 'weapons') => {
    if (data === undefined || meant === undefined) return undefined;
    const change = figureChange(data, meant, measure, answers.datasetsConcerned);
    const { verdict, before } = changeWords(change, measure, voice);
    return before === undefined ? verdict : t('changes.reasonBefore', { reason: verdict, before });
  };
  const reading = [
    t('trends.seizures.reading', { period: period === undefined ? '' : format.date.period(period.from, period.to) }),
    ...(data === undefined
      ? []
      : [
          t('trends.seizures.changes', {
            seizures: changeOf('incidents'),
            weapons: changeOf('weapons'),
            rounds: amountOf('rounds'),
          }),
        ]),
  ].join(' ');
  const columns = [{ key: 'weapons', title: amountOf('weapons'), whole: weapons, tone: 'seizure' as const }];
  const shown = groups.filter((rows) => rows.length > 0);
  return (
    <ChartCard
      form="section"
      title={title}
      reading={reading}
      outdated={outdated}
      filter={meant}
      table={data === undefined ? undefined : barTable('weapons-seized', t('trends.seizures.row'), shown, columns)}
      onPaper={data === undefined ? undefined : <RowBarsPicture columns={columns} groups={shown} width={620} />}
    >
      <div className={`${kit.pair} ${styles.parts}`}>
        <RowBars caption={title} rowTitle={t('trends.seizures.row')} columns={columns} groups={shown} />
        <div>
          {traced === undefined || traced.all === 0 ? null : (
            <p className={`${kit.words} ${kit.bottom3}`}>
              <strong>{t('trends.seizures.traced.title', { least: number.share(traced.yes / traced.all) })}</strong>{' '}
              {t('trends.seizures.traced.text', {
                yes: number.count(traced.yes),
                all: number.count(traced.all),
                no: number.count(traced.no),
                unknown: number.count(traced.unknown),
                share: number.share(traced.unknown / traced.all),
                least: number.share(traced.yes / traced.all),
                most: number.share((traced.yes + traced.unknown) / traced.all),
              })}
            </p>
          )}
          {totals === undefined || meant === undefined ? null : (
            <p className={`${kit.words} ${kit.bottom3}`}>
              <Largest largest={totals.clustering.weapons?.largest ?? [0, 0]} weapons={weapons} />{' '}
              <Link
                to="/explore"
                search={{ query: writeExploreState(setMeasure('weapons')({ filter: meant, view: defaultView })) }}
              >
                {t('trends.seizures.list')}
              </Link>
            </p>
          )}
          {totals?.notReported.weapons === undefined || totals.notReported.weapons === 0 ? null : (
            <p className={`${kit.words} ${kit.bottom3}`}>
              {t('trends.seizures.notReported', {
                count: totals.notReported.weapons,
                number: number.count(totals.notReported.weapons),
              })}
            </p>
          )}
        </div>
      </div>
    </ChartCard>
  );
}

function Largest({ largest: [first, second], weapons }: { largest: readonly [number, number]; weapons: number }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  if (second === 0 || weapons === 0) return null;
  return t('trends.seizures.largest', {
    first: number.count(first),
    second: number.count(second),
    share: number.share((first + second) / weapons),
  });
}
