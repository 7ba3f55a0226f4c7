import { type Filter, without } from '@monitor/domain';
import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';
import { ChoiceMenu } from '../../controls/choice-menu.tsx';
import type { View } from '../../filter/explore-state.ts';
import { setView } from '../../filter/filter-actions.ts';
import { useExploreFromAddress } from '../../filter/use-explore.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import kit from '../../styles/kit.module.css';
import { signalChoices } from './choices.ts';

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
    <div className={`${kit.column} ${kit.note}`}>
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

/** The kind of series that is shown, which the address keeps. */
export function KindMenu({ chosen }: { chosen: View['signals'] }) {
  const { t } = useTranslation();
  const { act } = useExploreFromAddress();
  return (
    <div className={`${kit.column} ${kit.note}`}>
      <span aria-hidden="true">{t('signals.kind')}</span>
      <ChoiceMenu
        label={t('signals.kind')}
        value={chosen}
        options={signalChoices.signals.map((kind) => ({ value: kind, label: t(`signals.kinds.${kind}`) }))}
        onChoose={(signals) => act(setView({ signals }))}
      />
    </div>
  );
}
