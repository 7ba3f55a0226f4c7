import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { ButtonWords, buttonName, type ChoiceMenuProps } from './choice-menu-button.tsx';
import buttons from './button.module.css';
import styles from './choice-menu.module.css';
import kit from '../styles/kit.module.css';

/** The menu and its button, loaded apart from the first figures. */
export default function OpenMenu({ label, value, options, onChoose, shown, icon }: ChoiceMenuProps<string>) {
  return (
    <MenuTrigger>
      <Button
        className={icon === undefined ? buttons.quiet : buttons.icon}
        aria-label={buttonName({ label, value, options, shown })}
      >
        <ButtonWords value={value} options={options} shown={shown} icon={icon} />
      </Button>
      <Popover className={`${kit.raised} ${styles.popover}`} placement="bottom end" offset={4}>
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
            <MenuItem key={option.value} id={option.value} className={`${kit.ringInside} ${kit.press} ${styles.item}`}>
              {option.label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
