import type { ComponentType } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { loadedPart } from '../src/controls/loaded-part.tsx';
import { dialogOpener, MenuOpener, opener, type Opened } from '../src/controls/opener.tsx';
import { drawAt } from './drawn.tsx';
import { focus } from './keyboard.ts';

const menu = page.getByRole('menu', { name: 'Interval' });
const groups = [{ value: 'b', options: ['a', 'b', 'c'].map((value) => ({ value, label: value })), onChoose: () => undefined }];

test('a key before what it opens is loaded is done when that is there, and the button keeps the focus', async () => {
  let load: (part: { default: ComponentType<Opened> }) => void = () => {};
  const Late = opener(
    'dialog',
    loadedPart<Opened>(() => new Promise((resolve) => (load = resolve))),
  );
  await drawAt('', () => <Late label="Late" words="Open it" className="" />);
  const button = page.getByRole('button', { name: 'Open it' });
  await focus(button);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.querySelector('[data-loading]')).not.toBeNull();
  await expect.element(button).toHaveFocus();
  load({ default: ({ isOpen, label }) => (isOpen ? <p>{label} is open</p> : null) });
  await expect.element(page.getByText('Late is open')).toBeVisible();
  await expect.element(button).toHaveFocus();
});

test('a dialog does not wait for its content', async () => {
  let load: (part: { default: ComponentType<{ close: () => void }> }) => void = () => {};
  const Dialog = dialogOpener<object>('box', () => new Promise((resolve) => (load = resolve)), true);
  await drawAt('', () => <Dialog label="Details" words="Open it" className="" />);
  await page.getByRole('button', { name: 'Open it' }).click();
  const dialog = page.getByRole('dialog', { name: 'Details' });
  await expect.element(dialog.getByText('Loading')).toBeVisible();
  load({ default: ({ close }) => <button onClick={close}>Done</button> });
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Open it' })).toHaveFocus();
});

test('a menu is opened by arrow keys, has the focus on what is chosen, and gives it back', async () => {
  await drawAt('', () => <MenuOpener label="Interval" words="Month" className="" groups={groups} />);
  const button = page.getByRole('button', { name: 'Month' });
  for (const key of ['{ArrowDown}', '{ArrowUp}', '{Enter}', ' ']) {
    await focus(button);
    await userEvent.keyboard(key);
    await expect.element(menu).toBeVisible();
    await expect.poll(() => document.activeElement?.textContent).toBe('b');
    await userEvent.keyboard('{Escape}');
    await expect.element(menu).not.toBeInTheDocument();
    await expect.element(button).toHaveFocus();
  }
});
