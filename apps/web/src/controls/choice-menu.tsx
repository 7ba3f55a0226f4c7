import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import styles from './choice-menu.module.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** A small menu that chooses one of a few values: `Month ▾`. With an icon, only the icon is shown. */
export function ChoiceMenu<Value extends string>({
  label,
  value,
  options,
  onChoose,
  shown,
  icon,
}: {
  /** What is chosen, for screen readers: "Interval". */
  label: string;
  value: Value;
  options: readonly Choice<Value>[];
  onChoose: (value: Value) => void;
  /** What the button says, where it is less than the label of the chosen option. */
  shown?: string;
  icon?: ReactNode;
}) {
  const chosen = shown ?? options.find((option) => option.value === value)?.label ?? value;
  return (
    <MenuTrigger>
      <Button className={icon === undefined ? styles.button : styles.iconButton} aria-label={`${label}: ${chosen}`}>
        {icon ?? (
          <>
            {chosen} <ChevronDown size={13} aria-hidden="true" />
          </>
        )}
      </Button>
      <Popover className={styles.popover} placement="bottom end" offset={4}>
        <Menu
          className={styles.menu}
          aria-label={label}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[value]}
          onSelectionChange={(keys) => {
            const option = options.find((one) => keys !== 'all' && keys.has(one.value));
            if (option !== undefined) onChoose(option.value);
          }}
        >
          {options.map((option) => (
            <MenuItem key={option.value} id={option.value} className={styles.item}>
              {option.label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
