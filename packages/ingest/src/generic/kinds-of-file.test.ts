import { describe, expect, it } from 'vitest';
import { readAll, testFile } from '../../testing/test-files.ts';
import { genericFormat } from './generic-format.ts';
import { readMapping } from './read-mapping.ts';

const dataset = 'dataset: { slug: my-city, title: My city, licence: CC0-1.0, attribution: Nobody, synthetic: true }\n';
const format = (rest: string) => genericFormat(readMapping(dataset + rest, 'city.yaml'));

describe('a file of incidents and one of their people', () => {
  const mapping = format(`group_by: id
people_file: { group_by: incident }
incident:
  occurred_on: day
  country: { value: RS }
  type: { column: kind, values: { quarrel: public_dispute } }
  killed: { column: dead, default: 0 }
people:
  - { role: { value: victim }, age: age, outcome: { column: fate, values: { dead: killed, hurt: injured } } }
weapons:
  - class: { value: handgun }
`);
  const incidents = () =>
    testFile('id,day,kind,dead\n1.0,2023-05-03,quarrel,1\n2,2023-05-04,quarrel,\n3,2023-05-05,quarrel,\n', 'incidents.csv');
  const peopleOf = (...rows: readonly string[]) => testFile(['incident;age;fate;name', ...rows].join('\n'), 'victims.csv');

  it('are brought together by the key, whichever is read first', async () => {
    const files = [incidents(), peopleOf('1;20;dead;Zzyzx', '2;40;hurt;', '1;;hurt;')];
    for (const paths of [files, files.toReversed()]) {
      const { drafts, rejected } = await readAll(paths, mapping);
      expect(rejected).toEqual([]);
      const found = drafts.map(({ draft }) => [
        draft.source_key,
        draft.killed,
        draft.injured,
        draft.people.length,
        draft.weapons.length,
      ]);
      expect(found).toHaveLength(3);
      expect(found).toEqual(expect.arrayContaining([['1', 1, 1, 2, 1], ['2', 0, 1, 1, 1], ['3', 0, null, 0, 1]])); // prettier-ignore
      expect(JSON.stringify(drafts)).not.toContain('Zzyzx');
    }
  });

  it('reject incidents of one identifier, with their people', async () => {
    const twice = testFile(
      'id,day,kind,dead\n1,2023-05-03,quarrel,1\n1,2023-05-04,quarrel,2\n2,2023-05-04,quarrel,2\n',
      'incidents.csv',
    );
    const { drafts, rejected } = await readAll([twice, peopleOf('1;20;dead;')], mapping);
    expect(drafts.map(({ draft }) => draft.source_key)).toEqual(['2']);
    expect(rejected.map(({ rows, reasons }) => [rows.length, ...reasons.map(({ message }) => message)])).toEqual([
      [3, 'the identifier is in line 2 and line 3. Correct or delete one of them.'],
    ]);
  });

  it('reject people of an incident that is not there', async () => {
    const { drafts, rejected } = await readAll([incidents(), peopleOf('9;20;dead;', ';20;dead;')], mapping);
    expect(drafts).toHaveLength(3);
    expect(rejected.map(({ line, reasons }) => [line, ...reasons.map(({ message }) => message)])).toEqual([
      [2, 'no row of the file of incidents has the identifier of this person.'],
      [3, 'no row of the file of incidents has the identifier of this person.'],
    ]);
  });

  it('are both needed', async () => {
    await expect(readAll(incidents(), mapping)).rejects.toThrow(
      'incidents.csv: the mapping needs another file as well, with the columns incident, age, fate.',
    );
    await expect(readAll(peopleOf('1;20;dead;'), mapping)).rejects.toThrow(
      'victims.csv: the mapping needs another file as well, with the columns id, day, kind, dead.',
    );
    await expect(readAll([incidents(), testFile('a,b\n1,2\n', 'other.csv')], mapping)).rejects.toThrow(
      /^other\.csv: the columns "id", /,
    );
  });
});
