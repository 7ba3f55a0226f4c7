import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { expect, test } from 'vitest';
import map from './locales/en.json';
import { MapNotices } from './map-notices.tsx';

await i18next.use(initReactI18next).init({ lng: 'en', resources: { en: { map } } });

const ignore = () => undefined;
const emptyMap = (located: number | undefined) =>
  renderToStaticMarkup(
    <MapNotices failed={false} stale={undefined} onRetry={ignore} empty located={located} outside={0} onShowAll={ignore} />,
  );

test('an empty map offers to go to the incidents only where there are some', () => {
  expect(emptyMap(0)).toContain(map.empty.text);
  expect(emptyMap(0)).not.toContain('<button');
  expect(emptyMap(3)).toContain(`>${map.empty.action}</button>`);
  expect(emptyMap(undefined)).toContain(`>${map.empty.action}</button>`);
});
