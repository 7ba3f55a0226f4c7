import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';

export interface ChoiceMenuProps<Value extends string> {
  /** What is chosen, for screen readers: "Interval". */
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChoose: (value: Value) => void;
  /** What the button says, where it is less than the label of the chosen option. */
  readonly shown?: string | undefined;
  readonly icon?: ReactNode;
}

type Shown = Pick<ChoiceMenuProps<string>, 'value' | 'options' | 'shown'>;

function chosenWords({ value, options, shown }: Shown): string {
  return shown ?? options.find((option) => option.value === value)?.label ?? value;
}

/** Name of the button of a menu, for screen readers. */
export function buttonName({ label, ...chosen }: Shown & { label: string }): string {
  return `${label}: ${chosenWords(chosen)}`;
}

/** What the button of a menu shows: what is chosen, or its icon. */
export function ButtonWords({ icon, ...chosen }: Shown & Pick<ChoiceMenuProps<string>, 'icon'>) {
  if (icon !== undefined) return icon;
  return (
    <>
      {chosenWords(chosen)} <ChevronDown size={13} aria-hidden="true" />
    </>
  );
}
