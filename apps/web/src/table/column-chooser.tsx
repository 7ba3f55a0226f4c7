import { sortFields } from '@monitor/contract';
import { Check, GripVertical, Pin, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Checkbox } from 'react-aria-components/Checkbox';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { DropIndicator, useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import buttons from '../controls/button.module.css';
import DialogBox from '../controls/dialog-box.tsx';
import fields from '../controls/field.module.css';
import { resetColumns, setColumns, togglePinned } from '../filter/filter-actions.ts';
import { type ColumnName, defaultColumns } from './choices.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './column-chooser.module.css';
import kit from '../styles/kit.module.css';
import { columnLabel, isColumnOf } from './columns.ts';

interface ColumnChooserProps {
  /** Beside the table; on a phone it is a sheet over the page. */
  readonly docked: boolean;
  readonly onClose: () => void;
}

/** Which columns the table has, in which order, and which of them stay in view. */
export default function ColumnChooser({ docked, onClose }: ColumnChooserProps) {
  const { t } = useTranslation();
  if (docked) {
    return (
      <aside className={`${kit.column} ${kit.screenOnly} ${kit.divided} ${styles.dock}`} aria-label={t('table.columns.title')}>
        <Chooser onClose={onClose} />
      </aside>
    );
  }
  return (
    <DialogBox form="sheet" label={t('table.columns.title')} isOpen onOpenChange={onClose}>
      {() => <Chooser onClose={onClose} />}
    </DialogBox>
  );
}

function Chooser({ onClose }: Pick<ColumnChooserProps, 'onClose'>) {
  const { t } = useTranslation();
  const { view, act } = useExplore();
  const [wanted, setWanted] = useState('');
  const possible = sortFields.filter((name) => isColumnOf(name, view.measure));
  const shown = view.columns.filter((name) => possible.includes(name));
  // At first the columns of the table, and behind them the others. A column that is hidden keeps its place as long as this is open.
  const [places, setPlaces] = useState<readonly ColumnName[]>(() => withRest(shown, possible));
  const ordered = inPlaces(withRest(places, possible), shown, possible);
  const labels = new Map(ordered.map((name) => [name, columnLabel(name, view.measure, t)]));
  const found = ordered.filter((name) => labels.get(name)!.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()));
  // Not the list's own selection: all that is selected would be dragged together.
  const toggle = (name: ColumnName) => keep(ordered.filter((one) => shown.includes(one) !== (one === name)));
  const keep = (columns: readonly ColumnName[]) => act(setColumns(columns));

  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': labels.get(key as ColumnName) ?? '' })),
    renderDropIndicator: (target) => <DropIndicator target={target} className={styles.drop} />,
    onReorder({ keys, target: { key, dropPosition } }) {
      const moved = ordered.filter((name) => keys.has(name));
      const rest = ordered.filter((name) => !keys.has(name));
      const at = rest.indexOf(key as ColumnName) + (dropPosition === 'after' ? 1 : 0);
      const next = rest.toSpliced(at, 0, ...moved);
      setPlaces(next);
      keep(next.filter((name) => shown.includes(name)));
    },
  });
  return (
    <>
      <div className={`${kit.rowWide} ${styles.head}`}>
        <h3>{t('table.columns.title')}</h3>
        <output className={kit.detail}>{t('table.columns.count', { shown: shown.length, all: possible.length })}</output>
        <button type="button" className={buttons.icon} aria-label={t('table.columns.close')} onClick={onClose}>
          <X size={16} aria-hidden="true" />
        </button>
      </div>
      <input
        type="search"
        className={`${fields.input} ${kit.still} ${styles.find}`}
        aria-label={t('table.columns.find')}
        placeholder={t('table.columns.find')}
        value={wanted}
        onChange={({ target }) => setWanted(target.value)}
      />
      <GridList
        className={`${kit.bare} ${kit.scrollDown} ${kit.stretch} ${styles.list}`}
        aria-label={t('table.columns.title')}
        items={found.map((id) => ({ id }))}
        dependencies={[view.pinned, view.columns]}
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => <p className={kit.detail}>{t('table.columns.none')}</p>}
        onAction={(key) => toggle(key as ColumnName)}
      >
        {({ id }) => {
          const label = labels.get(id) ?? id;
          const isShown = shown.includes(id);
          return (
            <GridListItem
              id={id}
              textValue={label}
              className={`${kit.stackTight} ${kit.ringInside} ${kit.press} ${kit.rounded} ${styles.item}`}
            >
              <Button
                slot="drag"
                className={`${kit.ringInside} ${buttons.icon} ${styles.grip}`}
                aria-label={t('table.columns.move', { column: label })}
              >
                <GripVertical size={14} aria-hidden="true" />
              </Button>
              <Checkbox
                className={`${kit.centred} ${kit.box} ${styles.check}`}
                aria-label={label}
                isSelected={isShown}
                onChange={() => toggle(id)}
              >
                {isShown ? <Check size={12} strokeWidth={3} aria-hidden="true" /> : null}
              </Checkbox>
              {/* The box beside it has the name. */}
              <span className={kit.cut} aria-hidden="true">
                {label}
              </span>
              <ToggleButton
                className={`${kit.ringInside} ${buttons.icon} ${styles.pin}`}
                isDisabled={!isShown}
                isSelected={isShown && view.pinned.includes(id)}
                aria-label={t('table.columns.pin', { column: label })}
                onChange={() => act(togglePinned(id))}
              >
                <Pin size={14} aria-hidden="true" />
              </ToggleButton>
            </GridListItem>
          );
        }}
      </GridList>
      <div className={`${kit.row} ${styles.foot}`}>
        <button type="button" className={buttons.link} onClick={() => keep(ordered)}>
          {t('table.columns.all')}
        </button>
        <button
          type="button"
          className={buttons.link}
          onClick={() => {
            setPlaces(withRest(defaultColumns, sortFields));
            act(resetColumns);
          }}
        >
          {t('table.columns.reset')}
        </button>
        <span className={`${kit.push} ${kit.detail}`}>{t('table.columns.help')}</span>
      </div>
    </>
  );
}

/** Some columns, and behind them the others of all that are possible. */
function withRest(first: readonly ColumnName[], possible: readonly ColumnName[]): readonly ColumnName[] {
  return [...first, ...possible.filter((name) => !first.includes(name))];
}

/** All possible columns: those that are shown in the order of the table, the others where they were. */
function inPlaces(
  places: readonly ColumnName[],
  shown: readonly ColumnName[],
  possible: readonly ColumnName[],
): readonly ColumnName[] {
  const inOrder = [...shown];
  return places.filter((name) => possible.includes(name)).map((name) => (shown.includes(name) ? inOrder.shift()! : name));
}
