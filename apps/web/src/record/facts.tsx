import type { IncidentDetail } from '@monitor/contract';
import { pointWords } from '@monitor/findings';
import type { ReactNode } from 'react';
import buttons from '../controls/button.module.css';
import { NameInLatin } from '../controls/name-in-latin.tsx';
import { Swatch } from '../controls/swatch.tsx';
import type { Point } from '../filter/filter-actions.ts';
import { useFormat } from '../format/use-format.ts';
import { useTerms, useVoice } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './incident-record.module.css';
import kit from '../styles/kit.module.css';

interface FactsProps {
  readonly incident: IncidentDetail;
  /** Exact place, exact time and links are withheld. */
  readonly sensitive: boolean;
  readonly onShowOnMap: (point: Point) => void;
}

/** When, where and what. */
export function Facts({ incident, sensitive, onShowOnMap }: FactsProps) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const terms = useTerms();
  const voice = useVoice();
  const { occurred_on, occurred_until, local_time, part_of_day, date_precision, point_basis, lon, lat } = incident;
  // What was said of the type or the point explains nothing if something on record outweighs it.
  const basis = sensitive === (point_basis === 'sensitive') ? point_basis : null;
  const aboutBasis = basis === null ? null : <Aside>{terms.definition('point_basis', basis)}</Aside>;
  return (
    <>
      <Casualties incident={incident} />
      {sensitive ? (
        <p className={`${kit.note} ${kit.around} ${styles.note}`}>
          {t(part_of_day === null ? 'incident.withheld.noTime' : 'incident.withheld.partOfDay')}
        </p>
      ) : null}
      <dl className={`${kit.facts} ${styles.facts}`}>
        <Fact name={t('incident.date')}>
          {occurred_until === null ? date.day(occurred_on) : date.period(occurred_on, occurred_until)}
          {part_of_day === null ? null : (
            <span>{local_time === null ? t(`incident.partOfDay.${part_of_day}`) : t('incident.time', { time: local_time })}</span>
          )}
          {sensitive && part_of_day !== null ? <Aside>{t('incident.timeWithheld')}</Aside> : null}
          {date_precision === 'day' ? null : <Aside>{terms.definition('date_precision', date_precision)}</Aside>}
        </Fact>
        <Fact name={t('incident.place')}>
          {incident.place !== null ? (
            <NameInLatin name={incident.place} country={incident.country} />
          ) : sensitive ? (
            <Aside>{t('incident.placeWithheld')}</Aside>
          ) : null}
        </Fact>
        <Fact name={t('filter.dimension.region')}>{incident.region === null ? null : terms.place(incident.region)}</Fact>
        <Fact name={t('filter.dimension.country')}>{terms.place(incident.country)}</Fact>
        <Fact name={t('incident.coordinates')}>
          {lon === null || lat === null ? (
            t('incident.noPoint')
          ) : (
            <>
              <span>{pointWords(lon, lat, voice, 4)}</span>
              <button type="button" className={buttons.link} onClick={() => onShowOnMap({ lon, lat })}>
                {t('incident.showOnMap')}
              </button>
            </>
          )}
          <Aside>{terms.definition('place_precision', incident.place_precision)}</Aside>
          {basis === 'mapped_type' ? null : aboutBasis}
        </Fact>
        <Fact name={t('filter.dimension.setting')}>{terms.label('setting', incident.setting)}</Fact>
        <Fact name={t('filter.dimension.urbanity')}>{terms.label('urbanity', incident.urbanity)}</Fact>
        <Fact name={t('filter.dimension.type')}>
          <Swatch type={incident.type} />
          {terms.label('type', incident.type)}
          {incident.subtype === null ? null : <span>· {terms.label('subtype', incident.subtype)}</span>}
          {basis === 'mapped_type' ? aboutBasis : null}
        </Fact>
        <Fact name={t('incident.asReported')}>
          {incident.type_as_reported === null ? null : <q>{incident.type_as_reported}</q>}
        </Fact>
      </dl>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <dt>{name}</dt>
      <dd>{children ?? <span className={kit.hint}>{t('table.notReported')}</span>}</dd>
    </>
  );
}

function Aside({ children }: { children: ReactNode }) {
  return <span className={kit.hint}>{children}</span>;
}

/** People harmed. "Not reported" is not zero; a range is given where the sources disagree. */
export function Casualties({ incident }: { incident: IncidentDetail }) {
  const { killed, killed_low, killed_high, injured, injured_low, injured_high, threatened, suicides } = incident;
  const { t } = useTranslation();
  const together = incident.provenance.killed_includes_suicides && (killed ?? 0) > 0;
  return (
    <>
      <dl className={`${kit.wrap} ${styles.casualties}`}>
        <Casualty figure="killed" count={killed} low={killed_low} high={killed_high} />
        <Casualty figure="injured" count={injured} low={injured_low} high={injured_high} />
        {(threatened ?? 0) > 0 ? <Casualty figure="threatened" count={threatened} /> : null}
        {(suicides ?? 0) > 0 ? <Casualty figure="suicides" count={suicides} /> : null}
      </dl>
      {together ? <p className={`${kit.note} ${kit.around} ${styles.note}`}>{t('incident.suicidesAmongKilled')}</p> : null}
    </>
  );
}

function Casualty({
  figure,
  count,
  low = null,
  high = null,
}: {
  figure: 'killed' | 'injured' | 'threatened' | 'suicides';
  count: number | null;
  low?: number | null;
  high?: number | null;
}) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const ranged = low !== null && high !== null && low !== high;
  return (
    <div className={`${kit.line} ${styles.casualty}`} data-figure={figure} data-some={(count ?? 0) > 0 || undefined}>
      <dt>
        {t(`incident.casualty.${figure}`, { count: count ?? 0 })}
        {count === null ? ` (${t('incident.notReported')})` : null}{' '}
        {ranged ? (
          <span className={kit.hint}>{t('incident.range', { low: number.count(low), high: number.count(high) })}</span>
        ) : null}
      </dt>
      <dd>{count === null ? '–' : number.count(count)}</dd>
    </div>
  );
}
