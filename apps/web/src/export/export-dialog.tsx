import { useQuery } from '@tanstack/react-query';
import { Download, X } from 'lucide-react';
import { useState } from 'react';
import { Dialog, Heading } from 'react-aria-components/Dialog';
import { useTranslation } from 'react-i18next';
import { csvAddress } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import buttons from '../controls/button.module.css';
import overlays from '../controls/overlay.module.css';
import type { Answers } from '../explore/use-answers.ts';
import { filterLine } from '../filter/constraints.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useWording } from '../filter/use-wording.ts';
import { useFormat } from '../format/use-format.ts';
import { webAddress } from '../incident/web-address.ts';
import { useSuicidesAmongKilled } from '../summary/use-suicides-among-killed.ts';
import styles from './export-dialog.module.css';

/** Says what will be downloaded and under which licences, then links to it. */
export default function ExportDialog({ answers }: { answers: Answers }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { filter, query } = useExplore();
  const wording = useWording();
  const [withHxl, setHxl] = useState(false);
  const { data: name } = useQuery(queries.csvName(query));
  const together = useSuicidesAmongKilled(answers.datasetsShown);
  const count = answers.summary.data?.totals.incidents ?? 0;
  return (
    <Dialog className={overlays.dialog}>
      {({ close }) => (
        <>
          <header className={styles.head}>
            <Heading slot="title" className={styles.title}>
              {t('export.title', { count, number: number.count(count) })}
            </Heading>
            <button type="button" className={buttons.icon} aria-label={t('export.close')} onClick={close}>
              <X size={18} aria-hidden="true" />
            </button>
          </header>
          <div className={styles.body}>
            <dl className={styles.facts}>
              <dt>{t('export.filter')}</dt>
              <dd>{filterLine(filter, wording)}</dd>
              <dt>{t('export.format')}</dt>
              <dd>{t('export.csv')}</dd>
              {name === undefined || name === null ? null : (
                <>
                  <dt>{t('export.fileName')}</dt>
                  <dd className={styles.fileName}>{name}</dd>
                </>
              )}
              <dt>{t('export.licences')}</dt>
              <dd>
                <Licences datasets={answers.datasetsShown} />
              </dd>
            </dl>
            {together === undefined ? null : <p className={styles.aside}>{together}</p>}
            {answers.synthetic === 'none' ? null : <p className={styles.synthetic}>{t(`export.synthetic.${answers.synthetic}`)}</p>}
            <label className={styles.option}>
              <input type="checkbox" checked={withHxl} onChange={(event) => setHxl(event.target.checked)} />
              <span>
                {t('export.hxl')} <span className={styles.aside}>{t('export.hxlHelp')}</span>
              </span>
            </label>
          </div>
          <footer className={styles.foot}>
            <button type="button" className={buttons.plain} onClick={close}>
              {t('export.cancel')}
            </button>
            <a className={buttons.primary} href={csvAddress(query, withHxl)} download={name ?? ''} onClick={close}>
              <Download size={15} aria-hidden="true" />
              {t('export.download')}
            </a>
          </footer>
        </>
      )}
    </Dialog>
  );
}

function Licences({ datasets }: { datasets: Answers['datasetsShown'] }) {
  return (
    <ul>
      {datasets.map(({ slug, title, licence, licence_url, attribution }) => {
        const address = webAddress(licence_url);
        return (
          <li key={slug}>
            {title}:{' '}
            {address === undefined ? (
              licence
            ) : (
              <a href={address.href} target="_blank" rel="license noreferrer noopener">
                {licence}
              </a>
            )}
            <div className={styles.aside}>{attribution}</div>
          </li>
        );
      })}
    </ul>
  );
}
