import { type IncidentDraft, reportedParts, SharedTexts } from '@monitor/domain';
import { inQuotes } from './findings.ts';
import type { PublishedWhole } from './source-format.ts';

/** Different texts that are repeated in full. */
const mostRepeated = 10_000;

/** Counts what of the incidents of an import is public, and says how to make more of it so. */
export class PublicationReport {
  readonly #whole: readonly PublishedWhole[];
  readonly #places = { all: 0, public: 0 };
  readonly #points = { all: 0, exact: 0, sensitive: 0, unexplained: 0 };
  readonly #types = new ClosedCount();
  readonly #publishers = new ClosedCount();
  /** Texts of the fields that are published whatever they are. */
  readonly #repeated = new Set<string>();

  constructor(whole: readonly PublishedWhole[] = []) {
    this.#whole = whole;
  }

  add(draft: IncidentDraft): void {
    const { place, withheld_place, lon, exact_lon, place_precision, point_basis, type_as_reported, withheld_type, sources } = draft;
    if (place !== null || withheld_place !== null) this.#places.all += 1;
    if (place !== null) this.#places.public += 1;
    if (exact_lon !== null || (lon !== null && place_precision === 'exact')) {
      this.#points.all += 1;
      if (exact_lon === null) this.#points.exact += 1;
      else this.#points[point_basis === null ? 'unexplained' : 'sensitive'] += 1;
    }
    const listed = reportedParts(type_as_reported);
    this.#types.add(listed, reportedParts(withheld_type));
    const named = sources.flatMap(({ publisher }) => publisher ?? []);
    this.#publishers.add(
      named,
      sources.flatMap(({ withheld_publisher }) => withheld_publisher ?? []),
    );
    if (this.#whole.includes('type_as_reported')) this.#repeat(listed);
    if (this.#whole.includes('publisher')) this.#repeat(named);
  }

  #repeat(texts: readonly string[]): void {
    for (const text of texts) if (this.#repeated.size < mostRepeated) this.#repeated.add(text);
  }

  lines(): string[] {
    const { all, exact, sensitive, unexplained } = this.#points;
    const shares = [
      share('exact points are published as they are', exact, all, [
        unexplained === 0 ? '' : `${number(unexplained)} only by settlement, since nobody has said what their type means`,
        sensitive === 0 ? '' : `${number(sensitive)} only by settlement, since they are sensitive`,
      ]),
      share('places are settlements of the gazetteer', this.#places.public, this.#places.all, ['others: "places" in the mapping']),
      share('texts of the type are categories', this.#types.public, this.#types.all, ['others: list them in the mapping']),
      share('sources are named', this.#publishers.public, this.#publishers.all, ['others: list them in the mapping']),
    ].flat();
    if (shares.length > 0) shares.unshift('', 'Public (docs/publishing.md):');
    if (this.#repeated.size === 0) return shares;
    const listed = [...this.#repeated].toSorted().map((text) => `               ${inQuotes(text)}`);
    const more = this.#repeated.size >= mostRepeated ? ['               … and others'] : [];
    return [
      ...shares,
      '',
      'Published because of "publish: all". Nobody else checks that no person is named here:',
      ...listed,
      ...more,
    ];
  }
}

/** Counts texts, each once in an incident, that are public because they are listed, or because enough incidents have them. */
class ClosedCount {
  #listed = 0;
  #all = 0;
  readonly #shared = new SharedTexts();

  add(listed: readonly string[], others: readonly string[]): void {
    this.#listed += new Set(listed).size;
    this.#all += new Set(listed).size + new Set(others).size;
    this.#shared.add(others);
  }

  get all(): number {
    return this.#all;
  }

  get public(): number {
    return this.#shared.shared().reduce((sum, [, count]) => sum + count, this.#listed);
  }
}

/** A line such as `98% of 100 places are …`; none where there is nothing of the kind. */
function share(what: string, part: number, all: number, notes: readonly string[]): string[] {
  if (all === 0) return [];
  // Rounded down, so that 100% is all.
  const percent = `${Math.floor((100 * part) / all)}%`;
  const rest = part === all ? [] : notes.filter((note) => note !== '').map((note) => `               ${note}`);
  return [`${percent.padStart(12)} of ${number(all)} ${what}`, ...rest];
}

function number(count: number): string {
  return count.toLocaleString('en');
}
