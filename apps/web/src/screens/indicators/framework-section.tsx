import type { IndicatorsData } from '@monitor/contract';
import { ScrollArea } from '../../controls/scroll-area.tsx';
import { Section } from '../../controls/section.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { IndicatorGroup } from './indicator-group.tsx';
import styles from './indicators-page.module.css';
import kit from '../../styles/kit.module.css';

/** The indicators of one framework by year, and what it asks for that incidents cannot answer. */
export function FrameworkSection({ framework }: { framework: IndicatorsData['frameworks'][number] }) {
  const { t } = useTranslation();
  const { title, reading, years, indicators, unavailable } = framework;
  return (
    <Section title={title} reading={reading}>
      <ScrollArea label={t('indicators.table.caption', { framework: title })} className={kit.scroll}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t('indicators.table.caption', { framework: title })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('indicators.table.name')}</th>
              {years.map(({ year, isComplete }) => (
                <th key={year} scope="col" className={styles.year}>
                  {year}
                  {isComplete ? null : (
                    <span className={`${kit.faint} ${kit.tiny} ${kit.block} ${kit.light}`}>{t('indicators.table.incomplete')}</span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          {indicators.map((indicator) => (
            <IndicatorGroup key={indicator.id} indicator={indicator} />
          ))}
        </table>
      </ScrollArea>
      <details className={`${kit.detail} ${kit.top3} ${styles.unavailable}`}>
        <summary>{t('indicators.unavailable')}</summary>
        <dl>
          {unavailable.map((one) => (
            <div key={one.title}>
              <dt>{one.title}</dt>
              <dd>{one.reason}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Section>
  );
}
