import { type Filter, wantedWords, without } from '@monitor/domain';
import { traitColumn } from './facet-part.ts';

/* The bench's own translation of a filter into SQL text, for the engines that are not the product's. Values are written into the
   text, which is safe since the bench makes all of them itself, and lets every engine plan with what it knows of them. */

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const amongst = (column: string, codes: readonly string[]) => `${column} in (${codes.map(quoted).join(', ')})`;

export function periodConditions({ from, to }: Pick<Filter, 'from' | 'to'>): string[] {
  return [
    ...(from === undefined ? [] : [`occurred_on >= date ${quoted(from)}`]),
    ...(to === undefined ? [] : [`occurred_on <= date ${quoted(to)}`]),
  ];
}

/** The facets that the filters of the bench constrain. */
const constrainable = ['country', 'type', 'weapon'] as const;
export type ConstrainedFacet = (typeof constrainable)[number];

/** Conditions that are no facet's: text and box. Throws where the filter says what the bench has no words for. */
export function otherConditions(filter: Filter): string[] {
  const unknown = Object.keys(without(filter, 'from', 'to', 'q', 'bbox', ...constrainable));
  if (unknown.length > 0) throw new Error(`The bench has no SQL for ${unknown.join(', ')}.`);
  const wanted = wantedWords(filter.q ?? '').map((words) =>
    words.map((word) => `search_text like ${quoted(`% ${word}%`)}`).join(' and '),
  );
  const [west, south, east, north] = filter.bbox ?? [];
  return [
    ...(wanted.length > 0 ? [`(${wanted.join(' or ')})`] : []),
    ...(filter.bbox ? [`lon between ${west} and ${east}`, `lat between ${south} and ${north}`] : []),
  ];
}

/** The condition of each facet that is constrained. @param setTraits the table of the traits of every set */
export function facetConditions(
  { country, type, weapon }: Filter,
  setTraits = 'set_traits',
): ReadonlyMap<ConstrainedFacet, string> {
  return new Map<ConstrainedFacet, string>([
    ...(country ? [['country', amongst('country', country)] as const] : []),
    ...(type ? [['type', amongst('type', type)] as const] : []),
    ...(weapon
      ? [
          [
            'weapon',
            `weapon_traits in (select id from ${setTraits} where subject = 'weapon' and ${amongst(traitColumn('weapon'), weapon)})`,
          ] as const,
        ]
      : []),
  ]);
}

/** All conditions of a filter, for use after `where`. @param setTraits the table of the traits of every set */
export function allConditions(filter: Filter, setTraits?: string): string {
  return ['true', ...periodConditions(filter), ...otherConditions(filter), ...facetConditions(filter, setTraits).values()].join(
    ' and ',
  );
}
