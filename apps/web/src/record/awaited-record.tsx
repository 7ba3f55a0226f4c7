import { useTranslation } from '../i18n/use-translation.ts';
import kit from '../styles/kit.module.css';
import records from './incident-record.module.css';

/** Date, place, region, location, coordinates, setting, urbanity, type and the type as reported. */
const facts = 9;

/** Stands for the facts of a record that is awaited, each as tall as it will be. */
export function AwaitedFacts() {
  const { t } = useTranslation();
  return (
    <div aria-busy="true">
      <span className="visually-hidden">{t('state.loading')}</span>
      <p className={`${kit.bottom3} ${kit.awaited}`} />
      <p className={`${kit.value} ${records.casualties} ${kit.awaited}`} />
      <div className={kit.facts}>
        {Array.from({ length: 2 * facts }, (_, at) => (
          <span key={at} className={kit.awaited} />
        ))}
      </div>
    </div>
  );
}

/** In place of a record that is on its way. */
export function AwaitedRecord({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <>
      <header className={`${kit.ruled} ${kit.pad} ${records.head}`}>
        <h2 className={kit.large}>{t('incident.title', { id })}</h2>
        <p className={`${kit.top1} ${kit.awaited}`} />
      </header>
      <div className={`${kit.stretch} ${records.body}`}>
        <AwaitedFacts />
      </div>
    </>
  );
}
