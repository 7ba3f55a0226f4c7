import { sorts } from '@monitor/contract';
import { ChoiceMenu } from '../controls/choice-menu.tsx';
import { setSort } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { columnLabel } from './column-label.ts';
import { isColumnOf, sortState } from './columns.ts';
import kit from '../styles/kit.module.css';

/** The order as a menu, where the rows are cards and there are no column heads to press. */
export function SortMenu() {
  const { t } = useTranslation();
  const { view, act } = useExplore();
  const options = sorts.flatMap((value) => {
    const { field, descending } = sortState(value);
    if (value !== view.sort && !view.columns.includes(field)) return [];
    if (!isColumnOf(field, view.measure)) return [];
    const column = columnLabel(field, view.measure, t);
    return [{ value, label: t(descending ? 'table.descending' : 'table.ascending', { column }) }];
  });
  return (
    <div className={`${kit.phoneOnly} ${kit.push}`}>
      <ChoiceMenu label={t('table.order')} value={view.sort} options={options} onChoose={(sort) => act(setSort(sort))} />
    </div>
  );
}
