import { describe, expect, it } from 'vitest';
import { genericFormat } from '../generic/generic-format.ts';
import { readMapping } from '../generic/read-mapping.ts';
import { openFiles } from '../read-incidents.ts';
import { readAll, testFile } from '../test-files.ts';

const mapped = (field: string) =>
  genericFormat(
    readMapping(
      `dataset: { slug: my-city, title: My city, licence: CC0-1.0, attribution: Nobody }
incident:
  source_key: id
  occurred_on: day
  country: { value: RS }
  type: { value: other }
  ${field}
`,
      'city.yaml',
    ),
  );
const file = (title: string, ...cells: readonly string[]) =>
  testFile([`id,day,${title}`, ...cells.map((cell, index) => `${index},2024-03-01,"${cell}"`)].join('\n'), 'people.csv');
const refusal =
  /^people\.csv: the .*column "[^"]+" \(incident\.\w+\) .*names\. Nothing was imported\..* add "names_nobody: true" next to it in the mapping\.$/;

describe('a column of names', () => {
  it.each([
    'ime',
    'Ime žrtve',
    'Prezime',
    'име и презиме',
    'Emri',
    'nume',
    'прізвище',
    'ФИО',
    'Victim Name',
    'victimName',
    'FULL_NAME',
    'suspect_surname',
  ])('is refused by its title: %s', async (title) => {
    await expect(openFiles([file(title, 'a')], mapped(`place: ${title}`))).rejects.toThrow(refusal);
  });

  it.each(['ime mesta', 'Name of place', 'cityName', 'naziv', 'Town', 'NEIGHBOURHOOD_NAME', 'publisher name', 'rename'])(
    'is not what a title like %s says',
    async (title) => {
      expect(await openFiles([file(title, 'a')], mapped(`place: ${title}`))).toHaveLength(1);
    },
  );

  it('is refused by its cells, which the message does not have', async () => {
    const cells = ['Marko Petrović', 'Jovana Ilić', 'Agim Krasniqi', 'Novi Sad', 'Niš'];
    for (const field of ['place', 'type_as_reported']) {
      const opened = openFiles([file('where', ...cells)], mapped(`${field}: where`));
      await expect(opened).rejects.toThrow(refusal);
      await expect(opened).rejects.not.toThrow(/Petrović|Jovana|Krasniqi/);
    }
    const unknown = ['Zzyzx Qwertyname', 'Qwertyname Zzyzx', 'Xqz Zzyzx', 'Wvut Xqz', 'Qqq Wvut'];
    await expect(openFiles([file('what', ...unknown)], mapped('type_as_reported: what'))).rejects.toThrow(refusal);
  });

  it('is taken where the mapping says that it names nobody, or what its words mean', async () => {
    const named = file('ime', 'Marko Petrović', 'Jovana Ilić', 'Agim Krasniqi');
    expect(
      (await readAll(named, mapped('type_as_reported: { column: ime, names_nobody: true }'))).drafts[0]?.draft.type_as_reported,
    ).toBe('Marko Petrović');
    const table = mapped('setting: { column: ime, values: { Marko: home }, otherwise: other }');
    expect(JSON.stringify((await readAll(named, table)).drafts)).not.toContain('Marko');
  });

  it.each([
    ['places', 'place', ['Novi Sad', 'Kragujevac', 'Niš', 'Fort Jackson', 'Santa Ana', 'Bačka Palanka']],
    ['kinds of incident', 'type_as_reported', ['Armed robbery', 'svađa', 'Porodično nasilje', 'pucnjava', 'Oružje']],
  ])('is not one of %s', async (_, field, cells) => {
    expect(await openFiles([file('what', ...cells)], mapped(`${field}: what`))).toHaveLength(1);
  });
});
