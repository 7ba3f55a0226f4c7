import { type Filter, without } from '@monitor/domain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../../api/queries.ts';
import { ChoiceMenu } from '../../controls/choice-menu.tsx';
import { useExploreFromAddress } from '../../filter/use-explore.ts';
import { useTerms } from '../../i18n/terms.ts';
import styles from './signals-page.module.css';

/** Kinds of series to look at. */
export const seriesChoices = ['all', 'violence', 'seizures', 'weapons'] as const;
export type SeriesChoice = (typeof seriesChoices)[number];

/** Stands for no location chosen. */
const everyPlace = '';

/** The location whose series are shown, which the address keeps. */
export function PlaceMenu({ chosen }: { chosen: Filter['country'] }) {
  const { t } = useTranslation();
  const terms = useTerms();
  const { act } = useExploreFromAddress();
  const { data } = useQuery(queries.datasets());
  const codes = [...new Set(data?.datasets.flatMap(({ countries }) => countries) ?? [])];
  const places = codes
    .map((code) => ({ value: code, label: terms.place(code) }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
  const choose = (code: string) =>
    act(({ filter, view }) => {
      const rest = without(filter, 'country', 'region');
      return { view, filter: code === everyPlace ? rest : { ...rest, country: [code] } };
    });
  return (
    <div className={styles.menu}>
      <span aria-hidden="true">{t('signals.place')}</span>
      <ChoiceMenu
        label={t('signals.place')}
        value={chosen?.join(',') ?? everyPlace}
        options={[{ value: everyPlace, label: t('signals.everyPlace') }, ...places]}
        shown={chosen?.map((code) => terms.place(code)).join(', ')}
        onChoose={choose}
      />
    </div>
  );
}

export function KindMenu({ chosen, onChoose }: { chosen: SeriesChoice; onChoose: (kind: SeriesChoice) => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.menu}>
      <span aria-hidden="true">{t('signals.kind')}</span>
      <ChoiceMenu
        label={t('signals.kind')}
        value={chosen}
        options={seriesChoices.map((kind) => ({ value: kind, label: t(`signals.kinds.${kind}`) }))}
        onChoose={onChoose}
      />
    </div>
  );
}
