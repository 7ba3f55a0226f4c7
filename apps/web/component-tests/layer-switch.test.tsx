import i18next from 'i18next';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LayerSwitch } from '../src/map/layer-switch.tsx';
import { LevelChoice } from '../src/map/shade-choice.tsx';
import english from '../src/map/locales/en.json';
import { drawAt } from './drawn.tsx';

i18next.addResourceBundle('en', 'map', english);

const layers = { Heat: 'heat', Hexagons: 'hexagons', Areas: 'locations', 'Hot spots': 'hot_spots', Circles: undefined };

test('every picture of the map can be chosen by key, and is in the link', async () => {
  const { query } = await drawAt('country=RS', <LayerSwitch />);
  await page.getByRole('button', { name: 'Layers: Circles' }).click();
  const group = page.getByRole('group', { name: 'What the map shows' });
  const names = () =>
    group
      .getByRole('button')
      .elements()
      .map(({ textContent }) => textContent);
  await expect.poll(() => names().toSorted()).toEqual(Object.keys(layers).toSorted());
  for (const [name, layer] of Object.entries(layers)) {
    const button = group.getByRole('button', { name, exact: true });
    (button.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(button).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(query).toBe(layer === undefined ? 'country=RS' : `country=RS&layer=${layer}`);
  }
});

test('areas are one entry, whose level the legend chooses', async () => {
  const { query } = await drawAt('layer=regions', [<LayerSwitch key="switch" />, <LevelChoice key="level" />]);
  await page.getByRole('button', { name: 'Layers: Regions' }).click();
  await expect.element(page.getByRole('button', { name: 'Areas', exact: true })).toHaveAttribute('aria-pressed', 'true');
  // The list lies over the legend.
  await userEvent.keyboard('{Escape}');
  await page.getByRole('button', { name: 'Locations', exact: true }).click();
  await expect.poll(query).toBe('layer=locations');
});

test('the pictures and how opaque they are open with a button that names the one that is shown, and close with Escape', async () => {
  const { query } = await drawAt('layer=heat', <LayerSwitch />);
  const opener = page.getByRole('button', { name: 'Layers: Heat' });
  await opener.click();
  await page.getByRole('slider', { name: 'Opacity' }).fill('60');
  await expect.poll(query).toBe('layer=heat&opacity=60');
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('slider')).not.toBeInTheDocument();
  await expect.element(opener).toHaveFocus();
});

test('it speaks another language from when that is chosen', async () => {
  const spoken = i18next.options.supportedLngs as string[];
  spoken.push('sq');
  i18next.addResourceBundle('sq', 'map', { picture: { heat: { name: 'Nxehtësi' } } });
  try {
    await drawAt('', <LayerSwitch />);
    await page.getByRole('button', { name: 'Layers: Circles' }).click();
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
