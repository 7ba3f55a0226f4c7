import { ageBands, namesOf, personFields, relationships, sexes } from '@monitor/domain';
import { type CsvColumn, decidedBy, labelOf, partInWords } from './csv-column.ts';
import { readableList } from './csv-text.ts';
import type { IncidentExport, PersonDetail as Person } from './incidents.ts';

type Role = Person['role'];

const described = (item: IncidentExport, role: Role) => item.people.filter((person) => person.role === role);

/**
 * Empty, not 0, where no such person is described: the source may have described them without sex or age.
 * @param holds whether a person belongs to what is counted
 */
function countOf(role: Role, holds: (person: Person) => boolean): CsvColumn['cell'] {
  // Many columns ask this of each row: no list is made for it.
  return ({ people }) => {
    let counted: number | null = null;
    for (const person of people) if (person.role === role) counted = (counted ?? 0) + (holds(person) ? 1 : 0);
    return counted;
  };
}

/** The fields of a person, in order. The column gives the role. */
const personDetails = namesOf(personFields, 'record').filter((name) => name !== 'role');
const detail = (person: Omit<Person, 'role'>) => personDetails.map((name) => person[name]).join(':');
const example = detail({
  sex: 'woman',
  age_band: '19-35',
  outcome: 'injured',
  relationship: 'intimate_partner',
  age_from: 25,
  age_to: 34,
});

/** The attributes that HXL has for sexes. */
const tag = { woman: 'f', man: 'm', not_reported: 'sex_not_reported' } as const;
const whoAre = { woman: 'who are women or girls', man: 'who are men or boys', not_reported: 'whose sex is not reported' } as const;

/** Codes with hyphens would not be names of variables in most programs. */
const underscored = (code: string) => code.replace('-', '_');

function bySex(role: Role): CsvColumn[] {
  return sexes.terms.map(({ code }) => ({
    name: `${role}s_sex_${code}`,
    hxl: `#affected+${role}s+${tag[code]}`,
    meaning: `Number of described ${role}s ${whoAre[code]}. Empty if no ${role}s are described.`,
    type: 'integer',
    required: false,
    cell: countOf(role, ({ sex }) => sex === code),
  }));
}

function byAge(role: Role): CsvColumn[] {
  return ageBands.terms.map(({ code, label }) => ({
    name: `${role}s_age_${underscored(code)}`,
    hxl: `#affected+${role}s+age_${underscored(code)}`,
    meaning: `Number of described ${role}s ${code === 'not_reported' ? 'whose age is not known, or only as a range across several of these ages' : `aged ${label}`}. Empty if no ${role}s are described.`,
    type: 'integer',
    required: false,
    cell: countOf(role, ({ age_band }) => age_band === code),
  }));
}

function ofRole(role: Role): CsvColumn[] {
  return [
    {
      name: `${role}s_described`,
      hxl: `#affected+${role}s+described`,
      meaning: `Number of ${role}s that the record describes. There may have been more.`,
      type: 'integer',
      required: true,
      cell: (item) => described(item, role).length,
    },
    ...bySex(role),
    ...byAge(role),
    {
      name: `${role}s_details`,
      hxl: `#affected+${role}s+details`,
      meaning: `Each ${role} described as \`${personDetails.join(':')}\`, such as \`${example}\`, separated by \`;\`. \`age_from\` and \`age_to\` are empty if they are not known.`,
      type: 'text',
      required: false,
      cell: (item) => described(item, role).map(detail).join(';'),
      readable: (item) => readableList(described(item, role).map((person) => partInWords(personDetails, personFields, person))),
    },
  ];
}

const relationshipsOf = (people: IncidentExport['people']) =>
  relationships.codes.filter((code) => people.some(({ relationship }) => relationship === code));

/** Columns about people: what the record says of each, in bands and codes. */
export const peopleColumns: readonly CsvColumn[] = decidedBy('people', [
  ...ofRole('victim'),
  ...ofRole('perpetrator'),
  {
    name: 'relationships',
    hxl: '#affected+relationships',
    meaning:
      'Relationships between victims and perpetrators: the codes of all people described, each listed once, separated by `;`.',
    type: 'text',
    required: false,
    cell: ({ people }) => relationshipsOf(people).join(';'),
    readable: ({ people }) => readableList(relationshipsOf(people).map((code) => labelOf(relationships, code))),
  },
]);
