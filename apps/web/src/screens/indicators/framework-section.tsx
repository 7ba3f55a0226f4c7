import type { IndicatorSeries, IndicatorTable } from '@monitor/contract';
import { ScrollArea } from '../../controls/scroll-area.tsx';
import { Section } from '../../controls/section.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { IndicatorGroup } from './indicator-group.tsx';
import { comparedCell } from './indicator-words.ts';
import styles from './indicators-page.module.css';
import kit from '../../styles/kit.module.css';

/** The indicators of one framework by year, and what it asks for that incidents cannot answer. */
export function FrameworkSection({ framework, table }: { framework: IndicatorSeries['framework']; table: IndicatorTable }) {
  const { t } = useTranslation();
  const title = t(`indicators.framework.${framework}`);
  const shown = table.indicators.filter((series) => series.framework === framework);
  const first = shown[0]?.cells ?? [];
  const compared = shown.flatMap(({ cells }) => comparedCell(cells.filter(({ place }) => place === first[0]?.place)) ?? []);
  const clear = compared.filter(({ verdict }) => verdict === 'rise' || verdict === 'fall').length;
  const year = comparedCell(first.filter(({ place }) => place === first[0]?.place))?.year;
  const isComplete = (of: number) => first.find((cell) => cell.year === of)?.complete ?? true;
  const unavailable = table.unavailable.filter((one) => one.framework === framework);
  return (
    <Section
      title={title}
      reading={t(`indicators.clear.${clear === 0 ? 'none' : 'some'}`, { count: clear, all: shown.length, year })}
    >
      <ScrollArea label={t('indicators.table.caption', { framework: title })} className={kit.scroll}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t('indicators.table.caption', { framework: title })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('indicators.table.name')}</th>
              {table.years.map((one) => (
                <th key={one} scope="col" className={styles.year}>
                  {one}
                  {isComplete(one) ? null : (
                    <span className={`${kit.faint} ${kit.tiny} ${kit.block} ${kit.light}`}>{t('indicators.table.incomplete')}</span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          {shown.map((series) => (
            <IndicatorGroup key={series.id} series={series} table={table} />
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
