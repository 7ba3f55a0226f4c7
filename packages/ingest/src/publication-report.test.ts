import { type IncidentDraft, type Source, unknownPublication } from '@monitor/domain';
import { expect, test } from 'vitest';
import { placelessDraft } from '../../domain/testing/made-up-drafts.ts';
import { PublicationReport } from './publication-report.ts';
import { publicationLines } from './report-text.ts';

const draft = (change: Partial<IncidentDraft>): IncidentDraft => ({ ...placelessDraft, point_basis: null, ...change });
const source = (publisher: string | null, withheld_publisher: string | null = null): Source => ({
  ...unknownPublication,
  kind: 'media',
  publisher,
  withheld_publisher,
});
const exact = { lon: 20.4, lat: 44.8, place_precision: 'exact', point_basis: 'mapped_type' } as const;
const coarse = { lon: 20.5, lat: 44.8, exact_lon: 20.4, exact_lat: 44.8, place_precision: 'settlement' } as const;

test('says what share of points, places, types and sources is public, and how to publish others', () => {
  const report = new PublicationReport();
  for (let at = 0; at < 20; at += 1)
    report.add(
      draft({ ...exact, place: 'Niš', type_as_reported: 'svađa', withheld_type: 'pucnjava', sources: [source('Danas')] }),
      true,
    );
  report.add(draft({ ...coarse, withheld_place: 'Zzyzx', withheld_type: 'Zzyzx', sources: [source(null, 'Zzyzx')] }), true);
  report.add(draft({ ...coarse, point_basis: 'sensitive' }), true);
  expect(publicationLines(report.summary()).join('\n')).toBe(`Public (docs/publishing.md):
         90% of 22 exact points are published as they are
               1 only by settlement, since nobody has said what their type means
               1 only by settlement, since they are sensitive
         95% of 21 places are settlements of the gazetteer
               others: "places" in the mapping
         97% of 41 texts of the type are categories
               others: list them in the mapping
         95% of 21 sources with a publisher are named
               others: list them in the mapping`);
});

test('is silent where there is nothing to publish', () => {
  const report = new PublicationReport();
  report.add(draft({ place_precision: 'jurisdiction' }), true);
  expect(publicationLines(report.summary())).toEqual([]);
});

test('repeats in full what is published whatever it is', () => {
  const report = new PublicationReport(['type_as_reported']);
  report.add(draft({ type_as_reported: 'svađa; Zzyzx', sources: [source('Danas')] }), true);
  const long = `${'svađa '.repeat(20)}Zzyzx`;
  report.add(draft({ type_as_reported: `svađa; ${long}` }), true);
  expect(publicationLines(report.summary()).slice(-4)).toEqual([
    'Published because of "publish: all". Nobody else checks that no person is named here:',
    '               "Zzyzx"',
    '               "svađa"',
    `               "${long}"`,
  ]);
});

test('more than anybody reads is not published whatever it is', () => {
  const report = new PublicationReport(['publisher']);
  const add = (at: number) => report.add(draft({ sources: [source(`Blog ${at}`)] }), true);
  for (let at = 0; at < 10_000; at += 1) add(at);
  add(0);
  expect(() => add(10_000)).toThrow(/would publish more than 10,000 different texts/);
});

test('tells what is public in the database, where other files have the same texts', () => {
  const report = new PublicationReport();
  report.add(draft({ place: 'Niš', withheld_place: 'Zzyzx', withheld_type: 'svađa', sources: [source(null, 'Danas')] }), true);
  const isPublic = (field: string, text: string) => field === 'type_as_reported' && text === 'svađa';
  expect(publicationLines(report.summary(isPublic)).filter((line) => line.includes('%'))).toEqual([
    '          0% of 1 places are settlements of the gazetteer',
    '        100% of 1 texts of the type are categories',
    '          0% of 1 sources with a publisher are named',
  ]);
});

test('counts each source with a publisher, also where one incident has several of the same', () => {
  const report = new PublicationReport();
  const unnamed = source(null, 'Zzyzx');
  for (let at = 0; at < 20; at += 1) report.add(draft({ sources: [source(null, 'Radio'), source(null, 'Radio'), unnamed] }), false);
  report.add(draft({ sources: [source('Danas'), source(null), unnamed, unnamed] }), false);
  const [share] = report.summary((_, text) => text === 'Radio').shares;
  expect([share?.part, share?.all]).toEqual([41, 63]);
});
