import { buttonName, ButtonWords, type ChoiceMenuProps } from './choice-menu-button.tsx';
import buttons from './button.module.css';
import { loadedPart } from './loaded-part.tsx';

/** What can be opened is loaded after the first figures: until then its button is there, and does nothing. */
const OpenMenu = loadedPart<ChoiceMenuProps<string>>(
  () => import('./open-menu.tsx'),
  ({ label, value, options, shown, icon }) => (
    <button
      type="button"
      className={icon === undefined ? buttons.quiet : buttons.icon}
      aria-label={buttonName({ label, value, options, shown })}
      aria-disabled="true"
    >
      <ButtonWords value={value} options={options} shown={shown} icon={icon} />
    </button>
  ),
);

/** A small menu that chooses one of a few values: `Month ▾`. With an icon, only the icon is shown. */
export function ChoiceMenu<Value extends string>({ onChoose, ...props }: ChoiceMenuProps<Value>) {
  return <OpenMenu what={props.label} onChoose={(value) => onChoose(value as Value)} {...props} />;
}
