import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import buttons from './button.module.css';
import { MenuOpener } from './opener.tsx';

interface ChoiceMenuProps<Value extends string> {
  /** What is chosen, for screen readers: "Interval". */
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChoose: (value: Value) => void;
  /** What the button says, where it is less than the label of the chosen option. */
  readonly shown?: string | undefined;
  readonly icon?: ReactNode;
  /** Where it stands among fields: with their frame. */
  readonly isField?: boolean;
}

/** A small menu that chooses one of a few values: `Month ▾`. With an icon, only the icon is shown. */
export function ChoiceMenu<Value extends string>({
  label,
  value,
  options,
  onChoose,
  shown,
  icon,
  isField = false,
}: ChoiceMenuProps<Value>) {
  const chosen = shown ?? options.find((option) => option.value === value)?.label ?? value;
  return (
    <MenuOpener
      label={label}
      name={`${label}: ${chosen}`}
      className={isField ? buttons.choice : icon === undefined ? buttons.quiet : buttons.icon}
      words={
        icon ?? (
          <>
            {chosen} <ChevronDown size={13} aria-hidden="true" />
          </>
        )
      }
      groups={[{ value, options, onChoose: (one) => onChoose(one as Value) }]}
    />
  );
}
