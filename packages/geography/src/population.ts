export interface Population {
  readonly people: number;
  /** Year of the figure: the requested year, or the latest known one. */
  readonly year: number;
  readonly source: string;
}

const source = 'World Bank, SP.POP.TOTL (via github.com/datasets/population, March 2026)';

/** Each jurisdiction, its first year, and its people in that and the following years. */
const table = `
AL 2014 2773767 2731293 2689469 2648285 2607733 2567801 2528480 2489762 2451636 2414095 2377128
BA 2014 3564829 3518541 3473003 3428682 3387000 3345533 3299349 3244907 3204802 3185073 3164253
XK 2014 1812788 1788274 1777568 1791019 1797086 1788891 1790151 1786079 1768096 1682668 1594353
MD 2014 2857815 2835978 2803186 2755189 2707203 2664224 2635130 2595809 2528654 2457783 2402306
ME 2014 623744 624651 625353 625982 626438 626753 626590 625053 623591 623529 623525
MK 2014 1917557 1912430 1906313 1898657 1889051 1876262 1856124 1837114 1831712 1827816 1824359
RS 2014 7131787 7095383 7058322 7020858 6982604 6945235 6899126 6834326 6664449 6623183 6586476
UA 2014 45972380 45784896 45616832 45436041 45208907 44957458 44680014 44298640 41048766 37732836 37860221
BY 2014 9448515 9461076 9469379 9458989 9438785 9419758 9379952 9302585 9228071 9178298 9132629
BG 2014 7073572 6984225 6894139 6803468 6710798 6616726 6550696 6507301 6465097 6446596 6441421
HR 2014 4201598 4151725 4106867 4041407 3988775 3949390 3914206 3878981 3855641 3859686 3866200
RO 2014 19908979 19815616 19702267 19588715 19473970 19371648 19265250 19122059 19048502 19061062 19051804
`;

/** Known figures by jurisdiction and year. */
const figures = new Map<string, ReadonlyMap<number, number>>();

/** Makes figures known in this program. @param people in the first year and in each after it */
export function learnPopulation(code: string, firstYear: number, people: readonly number[]): void {
  figures.set(code, new Map(people.map((count, index) => [firstYear + index, count])));
}

for (const line of table.trim().split('\n')) {
  const [code = '', firstYear, ...people] = line.split(' ');
  learnPopulation(code, Number(firstYear), people.map(Number));
}

/**
 * Population of a jurisdiction in a year (people, mid-year estimate). Where the year has no figure, the latest known one
 * before it counts, and for years before the first figure the first; `year` says which was taken. Undefined if
 * none is known. Throws `RangeError` where the year is not a whole number.
 */
export function population(code: string, year: number): Population | undefined {
  if (!Number.isInteger(year)) throw new RangeError(`${year} is not a year`);
  const known = figures.get(code);
  if (!known) return undefined;
  const years = [...known.keys()];
  const taken = years.findLast((candidate) => candidate <= year) ?? years[0];
  const people = taken === undefined ? undefined : known.get(taken);
  return taken === undefined || people === undefined ? undefined : { people, year: taken, source };
}
