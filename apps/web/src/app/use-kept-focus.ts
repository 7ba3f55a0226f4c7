import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

const focusable = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), summary, [tabindex="0"]';

/** What takes the focus over from an element that disappears: what is beside it, nearest first, those behind it before those in front. */
function neighboursOf(element: Element): HTMLElement[] {
  const among = [...(element.parentElement?.querySelectorAll<HTMLElement>(focusable) ?? [])];
  const at = among.indexOf(element as HTMLElement);
  return [...among.slice(at + 1), ...among.slice(0, Math.max(at, 0)).toReversed()];
}

function canTakeFocus(element: HTMLElement): boolean {
  return element.isConnected && element.matches(focusable) && element.checkVisibility({ visibilityProperty: true });
}

/**
 * The link to the same place, or the button of the same name, that has taken the place of one: what the server has drawn, and what stands
 * in for a part that is being loaded, give way to what can do more.
 */
function sameControl(element: Element): HTMLElement | undefined {
  const address = element.getAttribute('href');
  const nameOf = (one: Element) => one.getAttribute('aria-label') ?? one.textContent;
  const among = document.querySelectorAll<HTMLElement>(address === null ? 'button' : 'main a[href]');
  if (!element.matches('a[href], button')) return undefined;
  const isSame = (one: Element) => (address === null ? nameOf(one) === nameOf(element) : one.getAttribute('href') === address);
  return [...among].find((one) => isSame(one) && canTakeFocus(one));
}

function dialogOnTop(): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('[role=dialog]')].at(-1);
}

/** Moves the focus to the dialog on top, or else to the heading of the page, from where Tab goes on with what is below it. */
function focusHeading(): void {
  const target = dialogOnTop() ?? document.querySelector<HTMLElement>('main h1');
  if (target === null) return;
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

/** Milliseconds before the focus is looked after. A dialog that closes gives it back itself, which can be late while a map is drawn. */
const patiences = { page: 60, dialog: 600 } as const;

/**
 * Keeps a place for the keyboard and for screen readers. What had the focus may disappear: a chip that was removed, a notice that was
 * dismissed, a button that is now disabled, the link that had opened a record. The browser would then begin at the top of the page.
 * On another page, the focus goes to its heading.
 */
export function useKeptFocus(): void {
  const router = useRouter();
  useEffect(() => {
    let last: Element | null = null;
    let patience: number = patiences.page;
    let neighbours: readonly HTMLElement[] = [];
    let waiting = 0;
    let frame = 0;
    // Another page was opened from a dialog, which gives the focus back to its button when it closes.
    let turned = false;
    const stopWaiting = () => {
      clearTimeout(waiting);
      cancelAnimationFrame(frame);
      waiting = frame = 0;
    };
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      // If it is lost again, those who give it back on their own have all the time again.
      if (!turned) stopWaiting();
      last = target;
      neighbours = neighboursOf(target);
      patience = target.closest('[role=dialog]') === null ? patiences.page : patiences.dialog;
    };
    const look = () => {
      frame = 0;
      if (turned && dialogOnTop() === undefined) {
        turned = false;
        focusHeading();
        return;
      }
      if (last === null || document.activeElement !== document.body) return;
      // A press beside everything also takes the focus away, and is meant to.
      if (last.isConnected && !last.matches(':disabled') && last.checkVisibility()) return;
      const next = (last.isConnected ? undefined : sameControl(last)) ?? neighbours.find(canTakeFocus);
      if (next === undefined) focusHeading();
      else next.focus({ preventScroll: true });
    };
    // After those who give the focus back on their own.
    const lookSoon = () => {
      if (waiting !== 0 || frame !== 0 || (!turned && document.activeElement !== document.body)) return;
      waiting = window.setTimeout(() => {
        waiting = 0;
        frame = requestAnimationFrame(look);
      }, patience);
    };
    const changes = new MutationObserver(lookSoon);
    changes.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled', 'hidden'] });
    document.addEventListener('focusin', remember);
    const stop = router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
      // Not where the page is first opened: that begins at the top.
      if (fromLocation === undefined || !pathChanged) return;
      turned = dialogOnTop() !== undefined;
      if (!turned) focusHeading();
    });
    return () => {
      stop();
      changes.disconnect();
      stopWaiting();
      document.removeEventListener('focusin', remember);
    };
  }, [router]);
}
