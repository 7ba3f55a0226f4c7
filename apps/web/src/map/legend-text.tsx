import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import type { Measure } from '@monitor/domain';
import type { View } from '../filter/explore-state.ts';
import { madeUpExplore } from '../filter/made-up-explore.ts';
import { ExploreContext } from '../filter/use-explore.ts';
import english from '../i18n/locales/en.json' with { type: 'json' };
import { usualScale } from './figure-size.ts';
import mapEnglish from './locales/en.json' with { type: 'json' };
import type { MapLayer, PictureData } from './map-layer.ts';

/* For tests. */

/** What the legend says below its signs about a layer, in English and without its pictures. */
export async function legendText(
  { LegendScale }: Pick<MapLayer, 'LegendScale'>,
  data: PictureData = {},
  { measure = 'incidents', view = {} }: { readonly measure?: Measure; readonly view?: Partial<View> } = {},
): Promise<string> {
  if (LegendScale === undefined) return '';
  await i18next.use(initReactI18next).init({
    lng: 'en',
    defaultNS: 'interface',
    resources: { en: { interface: english, map: mapEnglish } },
    interpolation: { escapeValue: false },
  });
  const markup = renderToStaticMarkup(
    <ExploreContext value={madeUpExplore({}, view)}>
      <LegendScale scale={usualScale} measure={measure} data={data} />
    </ExploreContext>,
  );
  return markup
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
