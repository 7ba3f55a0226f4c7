import { type IncidentDraft, reportedParts, SharedTexts } from '@monitor/domain';
import { FileError } from './findings.ts';
import { tally } from './import-contents.ts';
import type { ImportSummary } from './import-summary.ts';
import { numberText } from './report-text.ts';
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
  /** Texts of the fields that are published whatever they are, each with the number of times that incidents have it. */
  readonly #repeated = new Map<string, number>();

  readonly #isUnchecked: boolean;

  /** @param whole the fields that are published whatever they are */
  constructor(whole: readonly PublishedWhole[] = [], isUnchecked = false) {
    this.#whole = whole;
    this.#isUnchecked = isUnchecked;
  }

  /**
   * Throws `FileError` where more is published whatever it is than anybody reads.
   * @param hasPoint whether it has a point of its own, and not only that of a settlement
   * @param by -1 for an incident that was counted and is rejected
   */
  add(draft: IncidentDraft, hasPoint: boolean, by: 1 | -1 = 1): void {
    const { place, withheld_place, lon, exact_lon, place_precision, point_basis, type_as_reported, withheld_type, sources } = draft;
    if (place !== null || withheld_place !== null) this.#places.all += by;
    // Another place may stand for one that is withheld.
    if (place !== null && withheld_place === null) this.#places.public += by;
    if (hasPoint && (exact_lon !== null || (lon !== null && place_precision === 'exact'))) {
      this.#points.all += by;
      if (exact_lon === null) this.#points.exact += by;
      else this.#points[point_basis === null ? 'unexplained' : 'sensitive'] += by;
    }
    const listed = reportedParts(type_as_reported);
    this.#types.add(listed, reportedParts(withheld_type), by);
    const named = sources.flatMap(({ publisher }) => publisher ?? []);
    this.#publishers.add(
      named,
      sources.flatMap(({ withheld_publisher }) => withheld_publisher ?? []),
      by,
    );
    if (this.#whole.includes('type_as_reported')) this.#repeat(listed, by);
    if (this.#whole.includes('publisher')) this.#repeat(named, by);
  }

  #repeat(texts: readonly string[], by: 1 | -1): void {
    for (const text of texts) tally(this.#repeated, text, by);
    if (this.#repeated.size > mostRepeated)
      throw new FileError(
        `"publish: all" would publish more than ${numberText(mostRepeated)} different texts. Nobody can check so many for names. Leave "publish: all" out, or list what is to be published under "values".`,
      );
  }

  /** @param isPublic which texts are public in the database; those that enough incidents of the files have where it was not asked */
  summary(isPublic?: IsPublicText): ImportSummary['publication'] {
    const { all, exact, sensitive, unexplained } = this.#points;
    const because = (incidents: number, reason: string) =>
      incidents === 0 ? [] : [`${numberText(incidents)} only by settlement, since ${reason}`];
    const shares = [
      {
        what: 'exact points are published as they are',
        part: exact,
        all,
        notes: [
          ...because(unexplained, 'nobody has said what their type means'),
          ...because(sensitive, this.#isUnchecked ? 'the mapping says "words: unchecked"' : 'they are sensitive'),
        ],
      },
      {
        what: 'places are settlements of the gazetteer',
        part: this.#places.public,
        all: this.#places.all,
        notes: ['others: "places" in the mapping'],
      },
      {
        what: 'texts of the type are categories',
        part: this.#types.public('type_as_reported', isPublic),
        all: this.#types.all,
        notes: ['others: list them in the mapping'],
      },
      {
        what: 'sources with a publisher are named',
        part: this.#publishers.public('publisher', isPublic),
        all: this.#publishers.all,
        notes: ['others: list them in the mapping'],
      },
    ];
    return { shares: shares.filter((share) => share.all > 0), publishedWhole: [...this.#repeated.keys()].toSorted() };
  }
}

/** Counts texts that are public because they are listed, or because enough incidents have them. */
class ClosedCount {
  #listed = 0;
  #all = 0;
  readonly #shared = new SharedTexts();
  /** How many more of a text there are than incidents that have it. */
  readonly #more = new Map<string, number>();

  add(listed: readonly string[], others: readonly string[], by: 1 | -1): void {
    this.#listed += by * listed.length;
    this.#all += by * (listed.length + others.length);
    this.#shared.add(others, by);
    for (const [at, text] of others.entries()) if (others.indexOf(text) < at) tally(this.#more, text, by);
  }

  get all(): number {
    return this.#all;
  }

  public(field: PublishedWhole, isPublic?: IsPublicText): number {
    const shared = this.#shared.counted(isPublic && ((text) => isPublic(field, text)));
    return shared.reduce((sum, [text, count]) => sum + count + (this.#more.get(text) ?? 0), this.#listed);
  }
}
