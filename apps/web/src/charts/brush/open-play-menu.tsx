import { Button } from 'react-aria-components/Button';
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import buttons from '../../controls/button.module.css';
import menus from '../../controls/choice-menu.module.css';
import { useTranslation } from '../../i18n/use-translation.ts';
import { playModes, playSpeeds } from './brush-window.ts';
import kit from '../../styles/kit.module.css';
import { type PlayMenuProps, useWayName, WayWords } from './play-menu.tsx';

/** The menu and its button: how the period changes, and how fast. */
export default function OpenPlayMenu({ value, onChoose, withSpeed }: PlayMenuProps) {
  const { t } = useTranslation();
  const name = useWayName({ value, withSpeed });
  const modes = playModes.map((one) => ({ value: one, label: t(`brush.way.${one}`) }));
  const speeds = playSpeeds.map((one) => ({ value: one, label: t(`brush.way.speed.${one}`) }));
  return (
    <MenuTrigger>
      <Button className={`${buttons.quiet} ${kit.tiny}`} aria-label={name}>
        <WayWords value={value} withSpeed={withSpeed} />
      </Button>
      <Popover className={`${kit.raised} ${menus.popover}`} placement="top start" offset={4}>
        <Menu className={menus.menu} aria-label={t('brush.way.label')}>
          <Choices
            title={t('brush.way.mode')}
            options={modes}
            value={value.mode}
            onChoose={(mode) => onChoose({ ...value, mode })}
          />
          {withSpeed ? (
            <Choices
              title={t('brush.way.speedLabel')}
              options={speeds}
              value={value.speed}
              onChoose={(speed) => onChoose({ ...value, speed })}
            />
          ) : null}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function Choices<Value extends string>({
  title,
  options,
  value,
  onChoose,
}: {
  title: string;
  options: readonly { readonly value: Value; readonly label: string }[];
  value: Value;
  onChoose: (value: Value) => void;
}) {
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const option = options.find((one) => keys !== 'all' && keys.has(one.value));
        if (option !== undefined) onChoose(option.value);
      }}
    >
      <Header className={`${kit.note} ${kit.padSmall}`}>{title}</Header>
      {options.map((option) => (
        <MenuItem key={option.value} id={option.value} className={`${kit.ringInside} ${kit.press} ${menus.item}`}>
          {option.label}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
