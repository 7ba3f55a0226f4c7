import i18next from 'i18next';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LayerSwitch } from '../src/map/layer-switch.tsx';
import english from '../src/map/locales/en.json';
import { drawAt } from './drawn.tsx';

i18next.addResourceBundle('en', 'map', english);

const layers = ['Points', 'Heat', 'Hexagons', 'Locations', 'Regions', 'Hot spots', 'Circles'];

test('every picture of the map can be chosen by key, and is in the link', async () => {
  const { query } = await drawAt('country=RS', <LayerSwitch narrow={false} />);
  const group = page.getByRole('group', { name: 'What the map shows' });
  const names = () =>
    group
      .getByRole('button')
      .elements()
      .map(({ textContent }) => textContent);
  await expect.poll(() => names().toSorted()).toEqual(layers.toSorted());
  for (const name of layers) {
    const button = group.getByRole('button', { name, exact: true });
    (button.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(button).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(query).toBe(name === 'Circles' ? 'country=RS' : `country=RS&layer=${name.toLowerCase().replace(' ', '_')}`);
  }
});

test('on a phone a menu offers the same pictures', async () => {
  const { query } = await drawAt('', <LayerSwitch narrow />);
  await page.getByRole('button', { name: /What the map shows/ }).click();
  expect(page.getByRole('menuitemradio').elements()).toHaveLength(layers.length);
  await page.getByRole('menuitemradio', { name: 'Heat' }).click();
  await expect.poll(query).toBe('layer=heat');
});

test('it speaks another language from when that is chosen', async () => {
  const spoken = i18next.options.supportedLngs as string[];
  spoken.push('sq');
  i18next.addResourceBundle('sq', 'map', { picture: { heat: { name: 'Nxehtësi' } } });
  try {
    await drawAt('', <LayerSwitch narrow={false} />);
    const heat = (name: string) => page.getByRole('button', { name, exact: true });
    await expect.element(heat('Heat')).toBeVisible();
    await i18next.changeLanguage('sq');
    await expect.element(heat('Nxehtësi')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Hexagons', exact: true })).toBeVisible();
  } finally {
    await i18next.changeLanguage('en');
    i18next.removeResourceBundle('sq', 'map');
    spoken.splice(spoken.indexOf('sq'), 1);
  }
});
