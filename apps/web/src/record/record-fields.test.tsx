import type { IncidentDetail } from '@monitor/contract';
import { type Fields, incidentFields, languages, namesOf, partFields, type PointBasis } from '@monitor/domain';
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { expect, test } from 'vitest';
import { startTexts } from '../i18n/i18n.ts';
import { Casualties, Facts } from './facts.tsx';
import { People, Weapons } from './incident-record.tsx';
import { Sources } from './sources.tsx';

await startTexts(i18next.use(initReactI18next), languages, {});

/** A value that fits what the field holds. */
function valueOf(values: Fields[string]['values']): unknown {
  if (typeof values !== 'string') return values.codes[0];
  return { date: '2025-06-30', time: '12:00', text: 'RS', degrees: 20.5, people: 2, number: 2, age: 30 }[values];
}

/** An entry with every public field, which notes what is read of it. */
function recordingReads(fields: Fields, read: Set<string | symbol>): object {
  const names: readonly string[] = namesOf(fields, 'list', 'record');
  const entry = Object.fromEntries(names.map((name) => [name, valueOf(fields[name]!.values)]));
  return new Proxy(entry, { get: (target, name) => (read.add(name), Reflect.get(target, name) as unknown) });
}

const provenance = { killed_includes_suicides: false } as IncidentDetail['provenance'];

test.each<[string, Fields, (entry: never) => React.ReactNode]>([
  [
    'the incident',
    incidentFields,
    (incident: IncidentDetail) => <Facts incident={incident} sensitive={false} onShowOnMap={() => undefined} />,
  ],
  ['a person', partFields.people, (person: IncidentDetail['people'][number]) => <People people={[person]} />],
  ['a weapon', partFields.weapons, (weapon: IncidentDetail['weapon_details'][number]) => <Weapons weapons={[weapon]} />],
  [
    'a source',
    partFields.sources,
    (source: IncidentDetail['source_details'][number]) => <Sources sources={[source]} sensitive={false} synthetic={false} />,
  ],
])('the record shows every public field of %s', (_, fields, show) => {
  const read = new Set<string | symbol>();
  const entry = recordingReads(fields, read);
  Object.defineProperty(entry, 'provenance', { value: provenance });
  renderToStaticMarkup(show(entry as never));
  expect(namesOf(fields, 'list', 'record').filter((name) => !read.has(name))).toEqual([]);
});

test('a number that is not reported is not zero, and a range goes from low to high', () => {
  const known = { killed: null, injured: 3, injured_low: 2, injured_high: 5, provenance };
  const page = renderToStaticMarkup(<Casualties incident={known as unknown as IncidentDetail} />);
  const text = page.replaceAll(/<\/(?:dt|dd)>/g, '|').replaceAll(/<[^>]*>/g, '');
  expect(text).toBe('killed (not reported) |–|injured 2 to 5|3|');
});

test('a sensitive record says that details are withheld on purpose, and nothing of how to find them', () => {
  const fields = {
    ...recordingReads(incidentFields, new Set()),
    local_time: null,
    part_of_day: 'evening',
    place: null,
    provenance,
  };
  const incident = fields as unknown as IncidentDetail;
  const source = { kind: 'media', publisher: 'Daily', url: null, published_on: null, language: null } as const;
  const page = renderToStaticMarkup(
    <>
      <Facts incident={incident} sensitive onShowOnMap={() => undefined} />
      <Sources sources={[source]} sensitive synthetic={false} />
    </>,
  );
  for (const words of [
    'on purpose',
    'in the evening',
    'the part of the day but not the exact time',
    'Exact time withheld to protect people',
    'not shown',
    'Links to reports are withheld',
  ])
    expect(page).toContain(words);
  expect(page).not.toContain('search for');
  const timeless = renderToStaticMarkup(
    <Facts incident={{ ...fields, part_of_day: null } as unknown as IncidentDetail} sensitive onShowOnMap={() => undefined} />,
  );
  expect(timeless).toContain('We show the settlement but not the exact place, and no links to reports.');
  expect(timeless).not.toContain('part of the day');
});

test('a record says why its point may be exact only where it is, and that its source made it sensitive only where it did', () => {
  const fields = { ...recordingReads(incidentFields, new Set()), provenance };
  /** Notes beside the coordinates, how well the place is known and why; and beside the type, why that is known. */
  const notes = (point_basis: PointBasis | null, sensitive: boolean) => {
    const incident = { ...fields, point_basis } as unknown as IncidentDetail;
    const page = renderToStaticMarkup(<Facts incident={incident} sensitive={sensitive} onShowOnMap={() => undefined} />);
    return ['Coordinates', 'Type'].map((name) => {
      const fact = new RegExp(`<dt>${name}</dt><dd>(.*?)</dd>`, 'u').exec(page)?.[1] ?? '';
      return fact.match(/hint/g)?.length ?? 0;
    });
  };
  expect([notes('mapped_type', false), notes('published_point', false), notes('sensitive', true)]).toEqual([
    [1, 1],
    [2, 0],
    [2, 0],
  ]);
  expect([notes('mapped_type', true), notes('published_point', true), notes(null, false)]).toEqual([
    [1, 0],
    [1, 0],
    [1, 0],
  ]);
});

test.each([
  ['not_reported', 25, 44, '25–44'],
  ['not_reported', null, 24, '0–24'],
  ['61-plus', 65, null, '65+'],
  ['19-35', null, null, '19–35'],
] as const)('a person of the band %s, and of the ages %s to %s, is %s', (age_band, age_from, age_to, shown) => {
  const person = { role: 'victim', sex: 'man', outcome: 'killed', relationship: 'other', age_band, age_from, age_to } as const;
  expect(renderToStaticMarkup(<People people={[person]} />)).toContain(`>${shown}</span>`);
});
