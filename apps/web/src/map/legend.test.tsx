import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { incidentTypes, languages } from '@monitor/domain';
import { expect, test } from 'vitest';
import type { MissingOnMap } from '../filter/pictures.ts';
import { madeUpExplore } from '../../testing/made-up-explore.ts';
import { ExploreContext } from '../filter/use-explore.ts';
import { startTexts } from '../i18n/i18n.ts';
import { usualScale } from './figure-size.ts';
import { Legend } from './legend.tsx';
import mapEnglish from './locales/en.json' with { type: 'json' };

await startTexts(i18next.use(initReactI18next), languages, {});
i18next.addResourceBundle('en', 'map', mapEnglish);

function legend(count: number, missing?: MissingOnMap): string {
  const types = incidentTypes.codes.slice(0, count).map((type, at) => ({ type, count: 100 - at }));
  return renderToStaticMarkup(
    <ExploreContext value={madeUpExplore()}>
      <Legend
        summary={{ incidents: 900, types, figures: [] } as never}
        scale={usualScale}
        measure="incidents"
        selected={false}
        picture="circles"
        data={{}}
        missing={missing}
        onListWithoutPoint={() => undefined}
        roomy
      />
    </ExploreContext>,
  );
}

/** How many types the legend shows, and how many it keeps for pictures. */
function typesOf(count: number): [shown: number, hidden: number] {
  const [list = ''] = legend(count).split('</ul>');
  return [list.match(/<li>/g)?.length ?? 0, list.match(/<li hidden="">/g)?.length ?? 0];
}

test('all types in view are in the legend; those that are folded away are there for pictures', () => {
  expect(typesOf(5)).toEqual([5, 0]);
  // One more is shown rather than a button for it.
  expect(typesOf(7)).toEqual([7, 0]);
  expect(typesOf(10)).toEqual([6, 4]);
});

test('incidents without a point can be listed; those without a region are only counted', () => {
  expect(legend(1, { without: 'point', count: 115 })).toMatch(/<button[^>]*>115 incidents are not on the map<\/button>/);
  expect(legend(1, { without: 'region', count: 30 })).toMatch(
    /<p[^>]*>30 incidents are not on the map: their region is not known<\/p>/,
  );
  expect(legend(1, { without: 'location', count: 0 })).not.toContain('not on the map');
});
