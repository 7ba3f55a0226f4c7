import { ChoiceMenu } from '../controls/choice-menu.tsx';
import { placeChoices, type View } from '../filter/explore-state.ts';
import { setView } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useTranslation } from '../i18n/use-translation.ts';

/** Chooses what the bars of places show: a part of the view, so that a link keeps it. */
export function ShownAsMenu({ choice }: { choice: keyof typeof placeChoices }) {
  const { t } = useTranslation();
  const { view, act } = useExplore();
  const options: readonly View[typeof choice][] = placeChoices[choice];
  return (
    <ChoiceMenu
      label={t('chart.by.measured')}
      value={view[choice]}
      options={options.map((value) => ({ value, label: t(`chart.by.shownAs.${value}`) }))}
      onChoose={(value) => act(setView({ [choice]: value }))}
    />
  );
}
