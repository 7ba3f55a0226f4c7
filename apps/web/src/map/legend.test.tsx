import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { incidentTypes } from '@monitor/domain';
import { expect, test } from 'vitest';
import { madeUpExplore } from '../filter/made-up-explore.ts';
import { ExploreContext } from '../filter/use-explore.ts';
import english from '../i18n/locales/en.json' with { type: 'json' };
import { usualScale } from './figure-size.ts';
import { Legend } from './legend.tsx';
import mapEnglish from './locales/en.json' with { type: 'json' };

await i18next.use(initReactI18next).init({
  lng: 'en',
  defaultNS: 'interface',
  resources: { en: { interface: english, map: mapEnglish } },
});

/** How many types the legend shows, and how many it keeps for pictures. */
function typesOf(count: number): [shown: number, hidden: number] {
  const types = incidentTypes.codes.slice(0, count).map((type, at) => ({ type, count: 100 - at }));
  const markup = renderToStaticMarkup(
    <ExploreContext value={madeUpExplore()}>
      <Legend
        summary={{ incidents: 900, types, figures: [] } as never}
        scale={usualScale}
        measure="incidents"
        selected={false}
        picture="circles"
        data={{}}
        withoutPoint={0}
        onListWithoutPoint={() => undefined}
        roomy
      />
    </ExploreContext>,
  );
  const [list = ''] = markup.split('</ul>');
  return [list.match(/<li>/g)?.length ?? 0, list.match(/<li hidden="">/g)?.length ?? 0];
}

test('all types in view are in the legend; those that are folded away are there for pictures', () => {
  expect(typesOf(5)).toEqual([5, 0]);
  // One more is shown rather than a button for it.
  expect(typesOf(7)).toEqual([7, 0]);
  expect(typesOf(10)).toEqual([6, 4]);
});
