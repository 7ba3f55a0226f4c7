import { type IncidentDraft, reportedParts, SharedTexts } from '@monitor/domain';
import { FileError, wholeInQuotes } from './findings.ts';
import type { PublishedWhole } from './source-format.ts';

/** Different texts that are repeated in full: nobody reads more. */
const mostRepeated = 10_000;

/** Whether a text of a field is public in the database. */
export type IsPublicText = (field: PublishedWhole, text: string) => boolean;

/** Counts what of the incidents of an import is public, and says how to make more of it so. */
export class PublicationReport {
  readonly #whole: readonly PublishedWhole[];
  readonly #places = { all: 0, public: 0 };
  readonly #points = { all: 0, exact: 0, sensitive: 0, unexplained: 0 };
  readonly #types = new ClosedCount();
  readonly #publishers = new ClosedCount();
  /** Texts of the fields that are published whatever they are. */
  readonly #repeated = new Set<string>();

  /** @param whole the fields that are published whatever they are */
  constructor(whole: readonly PublishedWhole[] = []) {
    this.#whole = whole;
  }

  /** Throws `FileError` where more is published whatever it is than anybody reads. */
  add(draft: IncidentDraft): void {
    const { place, withheld_place, lon, exact_lon, place_precision, point_basis, type_as_reported, withheld_type, sources } = draft;
    if (place !== null || withheld_place !== null) this.#places.all += 1;
    // Another place may stand for one that is withheld.
    if (place !== null && withheld_place === null) this.#places.public += 1;
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
    for (const text of texts) this.#repeated.add(text);
    if (this.#repeated.size > mostRepeated)
      throw new FileError(
        `"publish: all" would publish more than ${number(mostRepeated)} different texts. Nobody can check so many for names. Leave "publish: all" out, or list what is to be published under "values".`,
      );
  }

  /** @param isPublic which texts are public in the database; those that enough incidents of the files have where it was not asked */
  lines(isPublic?: IsPublicText): string[] {
    const { all, exact, sensitive, unexplained } = this.#points;
    const shares = [
      share('exact points are published as they are', exact, all, [
        unexplained === 0 ? '' : `${number(unexplained)} only by settlement, since nobody has said what their type means`,
        sensitive === 0 ? '' : `${number(sensitive)} only by settlement, since they are sensitive`,
      ]),
      share('places are settlements of the gazetteer', this.#places.public, this.#places.all, ['others: "places" in the mapping']),
      share('texts of the type are categories', this.#types.public('type_as_reported', isPublic), this.#types.all, [
        'others: list them in the mapping',
      ]),
      share('sources are named', this.#publishers.public('publisher', isPublic), this.#publishers.all, [
        'others: list them in the mapping',
      ]),
    ].flat();
    if (shares.length > 0) shares.unshift('', 'Public (docs/publishing.md):');
    if (this.#repeated.size === 0) return shares;
    const listed = [...this.#repeated].toSorted().map((text) => `               ${wholeInQuotes(text)}`);
    return [...shares, '', 'Published because of "publish: all". Nobody else checks that no person is named here:', ...listed];
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

  public(field: PublishedWhole, isPublic?: IsPublicText): number {
    const shared = this.#shared.counted(isPublic && ((text) => isPublic(field, text)));
    return shared.reduce((sum, [, count]) => sum + count, this.#listed);
  }
}

/** A line such as `98% of 100 places are …`; none if there is nothing of the kind. */
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
