import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import type { Measure } from '@monitor/domain';
import type { View } from '../src/filter/explore-state.ts';
import { madeUpExplore } from './made-up-explore.ts';
import { ExploreContext } from '../src/filter/use-explore.ts';
import { languages } from '@monitor/domain';
import { startTexts } from '../src/i18n/i18n.ts';
import { usualScale } from '../src/map/figure-size.ts';
import mapEnglish from '../src/map/locales/en.json' with { type: 'json' };
import type { MapLayer, PictureData } from '../src/map/map-layer.ts';

/** What the legend says below its signs about a layer, in English and without its pictures. */
export async function legendText(
  { LegendScale }: Pick<MapLayer, 'LegendScale'>,
  data: PictureData = {},
  { measure = 'incidents', view = {} }: { readonly measure?: Measure; readonly view?: Partial<View> } = {},
): Promise<string> {
  if (LegendScale === undefined) return '';
  await startTexts(i18next.use(initReactI18next), languages, {});
  i18next.addResourceBundle('en', 'map', mapEnglish);
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
