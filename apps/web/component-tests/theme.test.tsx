import { useEffect, useState } from 'react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { onPrint } from '../src/controls/printing.ts';
import { useTheme } from '../src/styles/theme.ts';
import { draw } from './drawn.tsx';

test('the page follows the colours of the device, also when they change while something is drawn', async () => {
  draw(<DrawnAgainAndAgain />);
  for (const colorScheme of ['dark', 'light', 'dark', 'light'] as const) {
    await commands.emulateMedia({ colorScheme });
    await expect.poll(() => document.documentElement.dataset.theme).toBe(colorScheme);
    await expect.poll(() => document.querySelector('output')?.textContent).toBe(colorScheme);
  }
});

test('what is done for paper is done also where it is asked for while the browser turns to paper', async () => {
  let printed = 0;
  const turns = matchMedia('print');
  const leave = onPrint(() => printed++);
  onTestFinished(() => commands.emulateMedia({ media: 'screen' }));
  turns.addEventListener(
    'change',
    () => {
      leave();
      onTestFinished(onPrint(() => printed++));
    },
    { once: true },
  );
  await commands.emulateMedia({ media: 'print' });
  await expect.poll(() => printed).toBeGreaterThan(0);
});

test('what is done for paper is done also where something else that is done for paper replaces it', async () => {
  let printed = 0;
  const count = () => printed++;
  let leave = () => {};
  onTestFinished(
    onPrint(() => {
      leave();
      leave = onPrint(count);
    }),
  );
  leave = onPrint(count);
  onTestFinished(() => leave());
  onTestFinished(() => commands.emulateMedia({ media: 'screen' }));
  await commands.emulateMedia({ media: 'print' });
  await expect.poll(() => printed).toBeGreaterThan(0);
});

test('what is done for paper is done also where something before it fails', async () => {
  const failed = vi.spyOn(globalThis, 'reportError').mockReturnValue();
  let printed = 0;
  onTestFinished(
    onPrint(() => {
      throw new Error('The map cannot be drawn.');
    }),
  );
  onTestFinished(onPrint(() => printed++));
  onTestFinished(() => commands.emulateMedia({ media: 'screen' }));
  await commands.emulateMedia({ media: 'print' });
  await expect.poll(() => printed).toBeGreaterThan(0);
  expect(failed).toHaveBeenCalled();
});

/** Asks for the theme at every moment. */
function DrawnAgainAndAgain() {
  const { theme } = useTheme();
  const [time, drawAgain] = useState(0);
  useEffect(() => {
    const next = new MessageChannel();
    next.port1.addEventListener('message', () => drawAgain(time + 1));
    next.port1.start();
    next.port2.postMessage(undefined);
    return () => next.port1.close();
  }, [time]);
  return <output>{theme}</output>;
}
