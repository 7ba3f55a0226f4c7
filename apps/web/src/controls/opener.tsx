import { type ComponentType, type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import kit from '../styles/kit.module.css';
import { inBrowser } from './in-browser.ts';
import { loadedPart, type LoadedPart } from './loaded-part.tsx';

/** What is opened over the page is told this by the button that opens it. */
export interface Opened {
  /** What it is called. */
  readonly label: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** The button. */
  readonly triggerRef: RefObject<HTMLButtonElement | null>;
  /** Where the focus begins in a menu. */
  readonly begin: 'first' | 'last';
}

export interface OpenerProps {
  /** What it opens is called this. */
  readonly label: string;
  /** What the button shows. */
  readonly words: ReactNode;
  /** Its name for screen readers, where its words do not say all. */
  readonly name?: string | undefined;
  readonly className: string | undefined;
  readonly isDisabled?: boolean;
  /** Whether the button shows a value that is chosen. */
  readonly isChosen?: boolean;
}

/**
 * A button that opens something over the page. The button is there with the page and stays, what it opens is loaded after the first
 * figures: a press or a key before that is kept, and so is the focus.
 */
export function opener<Props extends object>(
  kind: 'menu' | 'dialog',
  Part: LoadedPart<Props & Opened>,
): ComponentType<Omit<Props, keyof Opened> & OpenerProps> {
  return function Opener({ label, words, name, className, isDisabled = false, isChosen = false, ...props }) {
    // Undefined until it is opened for the first time; false while it closes, too.
    const [open, setOpen] = useState<Opened['begin'] | false>();
    const button = useRef<HTMLButtonElement>(null);
    useEffect(() => void Part.preload(), []);
    // Not left to the click that comes of a key: a menu then has the focus as a whole, instead of what is chosen in it.
    const openByKey = (event: KeyboardEvent) => {
      if (kind !== 'menu' || !['ArrowDown', 'ArrowUp', 'Enter', ' '].includes(event.key)) return;
      event.preventDefault();
      setOpen(event.key === 'ArrowUp' ? 'last' : 'first');
    };
    const opened = {
      label,
      isOpen: typeof open === 'string',
      onOpenChange: (isOpen: boolean) => setOpen(isOpen && 'first'),
      triggerRef: button,
      begin: open === 'last' ? 'last' : 'first',
    };
    return (
      <>
        <button
          ref={button}
          type="button"
          className={className}
          aria-label={name}
          aria-haspopup={kind}
          aria-expanded={opened.isOpen}
          // On a page as the server sends it, before its script runs, nothing can be opened.
          aria-disabled={!inBrowser || undefined}
          data-chosen={isChosen || undefined}
          disabled={isDisabled}
          onKeyDown={openByKey}
          onClick={() => {
            // Not every browser gives the focus to a button that is pressed, and it comes back to where it was.
            button.current?.focus();
            setOpen('first');
          }}
        >
          {words}
        </button>
        {open === undefined ? null : <Part what={label} {...(props as unknown as Props)} {...(opened as Opened)} />}
      </>
    );
  };
}

/** Values to choose from. */
export interface MenuGroup {
  /** Where there are several groups. */
  readonly title?: string;
  /** The chosen one; undefined if none is marked. */
  readonly value?: string | undefined;
  readonly options: readonly MenuOption[];
  readonly onChoose: (value: string) => void;
}

interface MenuOption {
  readonly value: string;
  readonly label: string;
  /** A few words below it. */
  readonly note?: string;
  readonly isDisabled?: boolean;
}

export interface MenuBoxProps {
  readonly groups: readonly MenuGroup[];
  readonly placement?: 'bottom start' | 'bottom end' | 'top start';
}

/** A button that opens a menu. */
export const MenuOpener = opener(
  'menu',
  loadedPart<MenuBoxProps & Opened>(() => import('./menu-box.tsx')),
);

export interface NoteBoxProps {
  readonly placement?: 'bottom' | 'bottom start';
  /** Given the way to close it. */
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens a small dialog beside it. */
export const NoteOpener = opener(
  'dialog',
  loadedPart<NoteBoxProps & Opened>(() => import('./note-box.tsx')),
);

export interface DialogBoxProps extends Pick<Opened, 'label' | 'isOpen' | 'onOpenChange'> {
  /**
   * A box in the middle; a wide one; one whose head and foot stay while what is between them scrolls; one that a press beside it does not
   * close; or a sheet from below, whose content has a title of its own.
   */
  readonly form: 'box' | 'wide' | 'ruled' | 'firm' | 'sheet';
  /** Given the way to close it. */
  readonly children: (close: () => void) => ReactNode;
}

const DialogBox = loadedPart<DialogBoxProps>(() => import('./dialog-box.tsx'));

/**
 * A dialog over the page, which does not wait for its content, so that it has the focus and can be closed meanwhile, and where loading
 * fails. To load it before it is opened loads the content, too, unless that waits.
 */
export function loadedDialog<Props extends object>(
  form: DialogBoxProps['form'],
  load: () => Promise<{ default: ComponentType<Props & { readonly close: () => void }> }>,
  waits = false,
): LoadedPart<Props & Omit<DialogBoxProps, 'form' | 'children'>> {
  const Content = loadedPart(load, <Loading />);
  function LoadedDialog(all: Props & Omit<DialogBoxProps, 'form' | 'children'> & { what: string }) {
    const { what, label, isOpen, onOpenChange, ...props } = all;
    return (
      <DialogBox what={what} form={form} label={label} isOpen={isOpen} onOpenChange={onOpenChange}>
        {(close) => <Content {...(props as unknown as Props)} what={what} close={close} />}
      </DialogBox>
    );
  }
  const preload = async () => {
    await Promise.all([DialogBox.preload(), waits ? undefined : Content.preload()]);
  };
  return Object.assign(LoadedDialog, { preload });
}

/** A button that opens a dialog in the middle of the page or, as a sheet, from below. */
export function dialogOpener<Props extends object>(...dialog: Parameters<typeof loadedDialog<Props>>) {
  return opener('dialog', loadedDialog<Props>(...dialog));
}

function Loading() {
  const { t } = useTranslation();
  return <p className={`${kit.quiet} ${kit.pad}`}>{t('state.loading')}</p>;
}
