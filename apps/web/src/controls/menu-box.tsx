import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import kit from '../styles/kit.module.css';
import styles from './choice-menu.module.css';
import type { MenuBoxProps, MenuGroup, Opened } from './opener.tsx';

/** A menu beside its button, as one list of values or several with a title each. */
export default function MenuBox({
  label,
  groups,
  placement = 'bottom end',
  begin,
  isOpen,
  onOpenChange,
  triggerRef,
}: MenuBoxProps & Opened) {
  const [only] = groups;
  return (
    <Popover
      className={`${kit.raised} ${styles.popover}`}
      aria-label={label}
      placement={placement}
      offset={4}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      triggerRef={triggerRef}
    >
      <Menu
        className={`${kit.bare} ${styles.menu}`}
        aria-label={label}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- in a menu that somebody has opened, the focus belongs to what can be chosen
        autoFocus={begin}
        onClose={() => onOpenChange(false)}
        {...(groups.length === 1 && chosenOf(only!))}
      >
        {groups.length === 1
          ? itemsOf(only!)
          : groups.map((group) => (
              <MenuSection key={group.title} {...chosenOf(group)}>
                <Header className={`${kit.note} ${kit.padSmall}`}>{group.title}</Header>
                {itemsOf(group)}
              </MenuSection>
            ))}
      </Menu>
    </Popover>
  );
}

function chosenOf({ value }: MenuGroup) {
  return value === undefined ? {} : { selectionMode: 'single' as const, disallowEmptySelection: true, selectedKeys: [value] };
}

function itemsOf({ value: chosen, options, onChoose }: MenuGroup) {
  return options.map(({ value, label, note, isDisabled = false }) => (
    <MenuItem
      key={value}
      id={value}
      className={`${kit.ringInside} ${kit.press} ${kit.rounded} ${kit.flex} ${styles.item}`}
      textValue={label}
      isDisabled={isDisabled}
      onAction={() => {
        if (value !== chosen) onChoose(value);
      }}
    >
      {note === undefined ? (
        label
      ) : (
        <span className={kit.grid}>
          {label}
          <span className={kit.note}>{note}</span>
        </span>
      )}
    </MenuItem>
  ));
}
