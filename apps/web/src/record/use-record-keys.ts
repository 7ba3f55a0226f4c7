import { type RefObject, useEffect, useEffectEvent } from 'react';

interface RecordActs {
  readonly previous: (() => void) | undefined;
  readonly next: (() => void) | undefined;
  readonly close: () => void;
}

/** Where keys have another meaning. Whatever has already used a key, such as the map or the brush, has prevented its default action. */
const elsewhere = 'input, select, textarea, [contenteditable], [role=menu], [role=listbox], canvas';

const textField = 'input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]';

/** True where the arrow keys, pressed here, are not meant for the record. */
function isElsewhere(target: EventTarget | null, record: Element | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest(elsewhere) !== null) return true;
  const dialog = target.closest('dialog, [role=dialog]');
  return dialog !== null && !dialog.contains(record);
}

/** While a record is open, the left and right arrow keys lead to the ones before and after it, and Escape closes it. */
export function useRecordKeys(record: RefObject<Element | null>, acts: RecordActs): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (event.defaultPrevented || altKey || ctrlKey || metaKey || shiftKey) return;
    if (key === 'Escape') {
      // In a field of text, Escape is about the text.
      if (target instanceof Element && target.matches(textField)) return;
      acts.close();
    }
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
    if (isElsewhere(target, record.current)) return;
    event.preventDefault();
    if (key === 'ArrowLeft') acts.previous?.();
    else acts.next?.();
  });
  const pressInside = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !(event.target instanceof Node) || record.current?.contains(event.target) !== true) return;
    event.preventDefault();
    event.stopPropagation();
    acts.close();
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => press(event);
    // Whatever else can be closed, such as a popup of the map: in the record, Escape is about the record.
    const onFirst = (event: KeyboardEvent) => pressInside(event);
    window.addEventListener('keydown', onFirst, true);
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onFirst, true);
      window.removeEventListener('keydown', onKey);
    };
  }, []);
}
