import { without } from '@monitor/domain';
import { knownCodes } from '@monitor/geography';
import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';
import { ChoiceMenu } from '../../controls/choice-menu.tsx';
import { useExplore } from '../../filter/use-explore.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

const all = '';

/** Chooses one location, or all of them. Several can be selected on Explore, and stay selected here. */
export function LocationChoice() {
  const { t } = useTranslation();
  const terms = useTerms();
  const { filter, act } = useExplore();
  const { data } = useQuery(queries.datasets());
  const held = new Set(data?.datasets.flatMap(({ countries }) => countries));
  const codes = knownCodes.country.filter((code) => held.has(code));
  const { country = [] } = filter;
  const shown = country.length > 1 ? t('indicators.several', { count: country.length }) : undefined;
  return (
    <ChoiceMenu
      label={t('indicators.location')}
      value={country.length === 1 ? country[0]! : all}
      shown={shown}
      options={[{ value: all, label: t('indicators.all') }, ...codes.map((code) => ({ value: code, label: terms.place(code) }))]}
      onChoose={(code) =>
        act(({ filter: before, view }) => {
          const rest = without(before, 'country', 'region');
          return { filter: code === all ? rest : { ...rest, country: [code] }, view };
        })
      }
    />
  );
}
