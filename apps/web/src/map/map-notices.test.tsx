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
    <MapNotices
      failed={false}
      loading={false}
      stale={undefined}
      onRetry={ignore}
      empty
      located={located}
      outside={0}
      onShowAll={ignore}
    />,
  );

test('an empty map offers to go to the incidents only where there are some', () => {
  expect(emptyMap(0)).toContain(map.empty.text);
  expect(emptyMap(0)).not.toContain('<button');
  expect(emptyMap(3)).toContain(`>${map.empty.action}</button>`);
  expect(emptyMap(undefined)).toContain(`>${map.empty.action}</button>`);
});

test('before the first figures the map says that they are loading, politely, and a failure instead', () => {
  const withoutFigures = (failed: boolean) =>
    renderToStaticMarkup(
      <MapNotices
        failed={failed}
        loading
        stale={undefined}
        onRetry={ignore}
        empty={false}
        located={3}
        outside={0}
        onShowAll={ignore}
      />,
    );
  expect(withoutFigures(false)).toMatch(/^<output[^>]*>Loading incidents…<\/output>$/);
  expect(withoutFigures(true)).toContain(map.failure.text);
});
