import { type IncidentDetail, recordPath } from '@monitor/contract';
import { latinName, isSensitive } from '@monitor/domain';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import marks from '../styles/synthetic.module.css';
import { RequestError } from '../api/request.ts';
import { wholeAddress } from '../api/site.ts';
import { queries } from '../api/queries.ts';
import { Cite } from '../cite/cite.tsx';
import buttons from '../controls/button.module.css';
import { PlainTable } from '../controls/plain-table.tsx';
import { ScrollArea } from '../controls/scroll-area.tsx';
import { useCopied } from '../controls/use-copied.ts';
import type { Point } from '../filter/filter-actions.ts';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { AwaitedFacts } from './awaited-record.tsx';
import { Facts } from './facts.tsx';
import styles from './incident-record.module.css';
import kit from '../styles/kit.module.css';
import { History, Provenance, Sources } from './sources.tsx';
import { useEachRecord } from './use-record-steps.ts';

interface IncidentRecordProps {
  readonly id: string;
  /** So many incidents are in the circle on the map that this one is in. */
  readonly circle: number | undefined;
  /** The person wants to see where it was. */
  readonly onShowOnMap: (point: Point) => void;
}

/** The whole record of one incident. Text from sources is shown as text. */
export default function IncidentRecord({ id, circle, onShowOnMap }: IncidentRecordProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  const { date, number } = useFormat();
  const { data, error, refetch } = useQuery(queries.incident(id));
  const sensitive = data !== undefined && isSensitive(data);
  const removal = error instanceof RequestError ? error.removal : undefined;
  const missing = error instanceof RequestError && (error.status === 404 || error.status === 410);
  const body = useRef<HTMLElement>(null);
  useEachRecord(id, () => body.current?.scrollTo({ top: 0 }));
  return (
    <>
      <header className={`${kit.ruled} ${kit.pad} ${styles.head}`} aria-live="polite">
        <h2 className={kit.large}>{data === undefined ? t('incident.title', { id }) : terms.label('type', data.type)}</h2>
        {error !== null && data === undefined ? null : (
          <p className={`${kit.quiet} ${kit.top1} ${data === undefined ? kit.awaited : ''}`}>
            {data &&
              [data.place && latinName(data.place, data.country), terms.place(data.country), date.day(data.occurred_on)]
                .filter((part) => part !== null)
                .join(', ')}
          </p>
        )}
        {circle === undefined || data === undefined ? null : (
          <p className={`${kit.quiet} ${kit.top1}`}>{t('incident.inCircle', { count: circle, number: number.count(circle) })}</p>
        )}
      </header>
      <ScrollArea
        ref={body}
        className={`${kit.ringInside} ${kit.scrollDown} ${kit.stretch} ${styles.body}`}
        label={t('incident.details')}
      >
        {error === null || data !== undefined ? null : (
          <div role="alert" className={`${kit.stackWide} ${styles.failed}`}>
            <p>
              {removal !== undefined
                ? t('incident.removed', { dataset: removal.dataset_title, date: date.day(removal.removed_on) })
                : t(missing ? 'incident.missing' : 'incident.failed', { id })}
            </p>
            {missing ? null : (
              <button type="button" className={buttons.plain} onClick={() => void refetch()}>
                {t('state.failure.retry')}
              </button>
            )}
          </div>
        )}
        {data === undefined && error === null ? <AwaitedFacts /> : null}
        {data === undefined ? null : (
          <>
            {data.provenance.synthetic ? (
              <p className={kit.bottom3}>
                <span className={marks.synthetic}>{t('notice.synthetic')}</span>
              </p>
            ) : null}
            <Facts incident={data} sensitive={sensitive} onShowOnMap={onShowOnMap} />
            <People people={data.people} />
            <Weapons weapons={data.weapon_details} />
            <Sources sources={data.source_details} sensitive={sensitive} synthetic={data.provenance.synthetic} />
            <Provenance incident={data} />
            <History history={data.history} />
            {data.country === 'XK' ? <p className={`${kit.note} ${kit.closing}`}>* {t('notice.kosovo')}</p> : null}
          </>
        )}
      </ScrollArea>
      {missing ? null : <CopyRecord id={id} incident={data} />}
    </>
  );
}

/** The record's identifier, buttons that copy it or a link to the record alone, and how to cite it. */
function CopyRecord({ id, incident }: { id: string; incident: IncidentDetail | undefined }) {
  const { t } = useTranslation();
  const identifier = useCopied();
  const link = useCopied();
  const path = recordPath(id);
  const [pathname = '', query = ''] = path.split('?');
  return (
    <footer className={`${kit.row} ${kit.small} ${kit.parted} ${kit.pad} ${styles.foot}`}>
      <span className={`${kit.quiet} ${kit.nowrap} ${styles.id}`}>{t('incident.id', { id })}</span>
      <button type="button" className={buttons.plain} aria-live="polite" onClick={() => identifier.copy(id)}>
        {t(`incident.copyId.${identifier.state}`)}
      </button>
      <button type="button" className={buttons.plain} aria-live="polite" onClick={() => link.copy(wholeAddress(path))}>
        {t(`link.copy.${link.state}`)}
      </button>
      {incident === undefined ? null : (
        <Cite
          view={{
            name: t('cite.name.record', { id }),
            record: id,
            period: null,
            datasetVersion: incident.datasetVersion,
            datasets: [{ ...incident.provenance, title: incident.provenance.dataset_title }],
            synthetic: incident.provenance.synthetic ? 'all' : 'none',
            at: { path: pathname, query },
          }}
        />
      )}
    </footer>
  );
}

export function Weapons({ weapons }: { weapons: IncidentDetail['weapon_details'] }) {
  const { t } = useTranslation();
  const terms = useTerms();
  const { number } = useFormat();
  const withModes = weapons.some((weapon) => weapon.mode !== null);
  const names = (['class', 'number', 'legal', 'mode', 'traced'] as const).filter((name) => withModes || name !== 'mode');
  return (
    <section>
      <h3>{t('incident.weapons')}</h3>
      {weapons.length === 0 ? (
        <p className={kit.hint}>{t('incident.noWeapons')}</p>
      ) : (
        <PlainTable
          columns={names.map((name) => ({ label: t(`incident.weapon.${name}`) }))}
          rows={weapons.map((weapon) => [
            terms.label('weapon_class', weapon.class),
            weapon.count === null ? t('table.notReported') : number.count(weapon.count),
            terms.label('legal_status', weapon.legal),
            ...(withModes ? [weapon.mode === null ? '' : terms.label('seizure_mode', weapon.mode)] : []),
            terms.label('traced', weapon.traced),
          ])}
        />
      )}
    </section>
  );
}

/** The ages that the source gives, such as `25–44` or `65+`; undefined if only the band is known. */
function agesOf({ age_from, age_to }: IncidentDetail['people'][number]): string | undefined {
  if (age_to !== null) return `${age_from ?? 0}–${age_to}`;
  return age_from === null ? undefined : `${age_from}+`;
}

/** Victims and perpetrators by role, sex and age. There are no names. */
export function People({ people }: { people: IncidentDetail['people'] }) {
  const { t } = useTranslation();
  const terms = useTerms();
  return (
    <section>
      <h3>{t('incident.people')}</h3>
      {people.length === 0 ? (
        <p className={kit.hint}>{t('incident.noPeople')}</p>
      ) : (
        <PlainTable
          columns={(['role', 'sex', 'age', 'outcome', 'relationship'] as const).map((name) => ({
            label: t(`incident.person.${name}`),
          }))}
          rows={people.map((person) => [
            terms.label('person_role', person.role),
            terms.label('sex', person.sex),
            <span key="age" className={person.age_band === 'not_reported' ? undefined : kit.nowrap}>
              {agesOf(person) ?? terms.label('age_band', person.age_band)}
            </span>,
            terms.label('person_outcome', person.outcome),
            terms.label('relationship', person.relationship),
          ])}
        />
      )}
    </section>
  );
}
