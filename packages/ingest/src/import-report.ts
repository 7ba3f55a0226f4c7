import { basename } from 'node:path';
import { type IncidentDraft, SharedTexts } from '@monitor/domain';
import {
  inQuotes,
  oneLine,
  type Reason,
  type ReasonKind,
  reasonKinds,
  type Warning,
  type WarningKind,
  warningKinds,
} from './findings.ts';
import { mappedFormatName } from './formats/format-names.ts';
import { ImportContents } from './import-contents.ts';
import type { ImportSummary } from './import-summary.ts';
import { publicRecord } from './public-record.ts';
import { type IsPublicText, PublicationReport } from './publication-report.ts';
import type { DraftResult, RejectedResult, ReadResult } from './read-incidents.ts';
import type { RowUnit } from './read-rows.ts';
import { reportText } from './report-text.ts';
import type { SourceFormat } from './source-format.ts';

const examples = 3;
/** Words that lists do not have, with which most incidents are. */
const mostWords = 20;
/** Characters of the names of columns that are not read: a file may have a million columns. */
const longestColumns = 300;

interface Tally {
  count: number;
  readonly first: string[];
  readonly words: SharedTexts;
}

/** What `otherwise` of one field covered. */
interface Covered extends Pick<ImportSummary['otherwise'][number], 'field' | 'recordedAs'> {
  incidents: number;
  readonly words: SharedTexts;
}

type Stored = NonNullable<ImportSummary['incidents']['stored']>;

/** Where the rows of an import ended, as far as the database knows it. */
export interface StoredCounts extends Readonly<Omit<Stored, 'changedFields'>> {
  readonly changedFields: readonly Stored['changedFields'][number][];
  readonly isPublic?: IsPublicText;
}

/** What is known of an import beside what was read. */
export interface ImportRecord extends Partial<Pick<ImportSummary, 'dryRun' | 'dataset' | 'rejectedFile' | 'seconds' | 'address'>> {
  readonly stored?: StoredCounts | undefined;
}

/** Collects what an import has to tell: counts, and the first lines of every kind of trouble. Its size does not grow with the files. */
export class ImportReport {
  read = 0;
  rejected = 0;
  rejectedRows = 0;
  /** Rows that the mapping does not want. */
  leftOut = 0;
  #swapped: ImportSummary['swappedDates'] = null;
  #strays: ImportSummary['strayPoints'] = null;
  readonly #units = new Map<string, RowUnit>();
  readonly #files: ImportSummary['files'] = [];
  readonly #warnings = new Map<WarningKind, Tally>();
  readonly #reasons = new Map<ReasonKind, Tally>();
  readonly #covered = new Map<string, Covered>();
  readonly #contents = new ImportContents();
  readonly #points = new RepeatedPoints();
  readonly #publication: PublicationReport;
  /** The first incidents, of which no two have the same identifier. */
  readonly #first: IncidentDraft[] = [];

  /** Whether somebody describes the data who could say what it covers, and does not. */
  readonly #isSilent: boolean;

  constructor({
    name,
    dataset,
    publishedWhole,
    isUnchecked,
  }: Partial<Pick<SourceFormat, 'name' | 'dataset' | 'publishedWhole' | 'isUnchecked'>> = {}) {
    this.#publication = new PublicationReport(publishedWhole, isUnchecked);
    this.#isSilent = name === mappedFormatName && (dataset?.covers ?? null) === null;
  }

  add(result: ReadResult): void {
    if (result.kind === 'file') {
      const { file, unit, about, notRead } = result;
      this.#units.set(file, unit);
      this.#files.push({ name: basename(file), about, notRead: firstColumns(notRead) });
      return;
    }
    if (result.kind === 'left_out') {
      this.leftOut = result.rows;
      return;
    }
    if (result.kind === 'swapped') {
      const { dates, texts } = result;
      this.#swapped = { dates, texts };
      return;
    }
    if (result.kind === 'strays') {
      const { points, hints } = result;
      this.#strays = { points, hints: [...hints] };
      return;
    }
    this.read += 1;
    if (result.kind === 'rejected') this.#addRejected(result);
    else this.#addDraft(result);
  }

  #addRejected(result: RejectedResult): void {
    this.rejected += 1;
    this.rejectedRows += result.rows.length;
    tally(this.#reasons, result.reasons, this.#placeOf(result));
  }

  #addDraft(result: DraftResult): void {
    const { draft, warnings, caught } = result;
    tally(this.#warnings, warnings, this.#placeOf(result));
    this.#addCaught(caught);
    this.#publication.add(draft, result.hasPoint);
    this.#contents.add(draft);
    if (this.#first.length < examples && !this.#first.some(({ source_key }) => source_key === draft.source_key))
      this.#first.push(draft);
    const { lon, lat, place_precision } = draft;
    if (place_precision === 'exact' && lon !== null && lat !== null) this.#points.add(lon, lat);
  }

  /** Counts an incident once for each field. */
  #addCaught(caught: DraftResult['caught']): void {
    const counted = new Set<Covered>();
    for (const { field, recordedAs } of caught) {
      const key = `${field} ${recordedAs}`;
      const covered = this.#covered.get(key) ?? { field, recordedAs, incidents: 0, words: new SharedTexts() };
      this.#covered.set(key, covered);
      if (counted.has(covered)) continue;
      counted.add(covered);
      covered.incidents += 1;
      covered.words.add(caught.flatMap((one) => (one.field === field && one.recordedAs === recordedAs ? [one.word] : [])));
    }
  }

  /** Moves an incident that repeats an earlier one from the drafts to the rejected. @param added as it was added */
  addRepeated(result: RejectedResult, added?: Pick<DraftResult, 'draft' | 'hasPoint'>): void {
    this.#addRejected(result);
    if (added === undefined) return;
    this.#contents.remove(added.draft);
    this.#publication.add(added.draft, added.hasPoint, -1);
  }

  /** How many incidents have a warning of each kind. */
  get warnings(): ReadonlyMap<WarningKind, number> {
    return new Map([...this.#warnings].map(([kind, { count }]) => [kind, count]));
  }

  /** Everything that the report says. */
  summary(record: ImportRecord = {}): ImportSummary {
    const clusters = this.#points.clusters.map(({ point, count }) => ({ point, incidents: count }));
    const shared = clusters.slice(0, examples);
    return {
      dryRun: record.dryRun ?? record.stored === undefined,
      dataset: record.dataset ?? null,
      files: this.#files,
      incidents: {
        read: this.read,
        accepted: this.read - this.rejected,
        rejected: this.rejected,
        rejectedRows: this.rejectedRows,
        rowsLeftOut: this.leftOut,
        stored: record.stored === undefined ? null : storedOf(record.stored),
      },
      contents: this.#contents.summary,
      fewRegions: this.#isSilent ? this.#contents.fewRegions : [],
      swappedDates: this.#swapped,
      strayPoints: this.#strays,
      otherwise: [...this.#covered.values()]
        .toSorted((one, other) => other.incidents - one.incidents)
        .map(({ words, ...covered }) => ({
          ...covered,
          words: sharedWords(words),
          otherWords: words.counted((word) => !words.has(word)).length,
        })),
      rejected: findingsOf(this.#reasons, reasonKinds),
      warnings: findingsOf(this.#warnings, warningKinds),
      publication: this.#publication.summary(record.stored?.isPublic),
      sharedPoints: { most: shared, more: clusters.length - shared.length },
      examples: this.#first.map(publicRecord),
      rejectedFile: record.rejectedFile ?? null,
      seconds: record.seconds ?? null,
      address: record.address ?? null,
    };
  }

  /** The report as text for a person. */
  text(record?: ImportRecord): string {
    return reportText(this.summary(record));
  }

  #placeOf({ file, line }: { readonly file: string; readonly line: number }): string {
    return `${oneLine(basename(file))} ${this.#units.get(file) ?? 'line'} ${line}`;
  }
}

function storedOf({ inserted, updated, changedFields, unchanged, restored, retracted }: StoredCounts): Stored {
  return { inserted, updated, changedFields: [...changedFields], unchanged, restored, retracted };
}

/** As many names as a person reads. */
function firstColumns(names: readonly string[]): ImportSummary['files'][number]['notRead'] {
  const columns: string[] = [];
  let length = 0;
  for (const name of names) {
    const column = inQuotes(name);
    length += column.length + 2;
    if (length > longestColumns) break;
    columns.push(column);
  }
  return { columns, more: names.length - columns.length };
}

/** Counts an incident once for each kind of its findings. The first of a kind is the example. */
function tally<Kind>(
  tallies: Map<Kind, Tally>,
  findings: readonly (Reason | Warning)[] & readonly { readonly kind: Kind }[],
  where: string,
): void {
  const counted = new Set<Kind>();
  for (const { kind, message } of findings) {
    if (counted.has(kind)) continue;
    counted.add(kind);
    const found = tallies.get(kind) ?? { count: 0, first: [], words: new SharedTexts() };
    found.words.add(findings.flatMap((one) => (one.kind === kind && one.word !== undefined ? [one.word] : [])));
    found.count += 1;
    if (found.first.length < examples) found.first.push(`${where}: ${message}`);
    tallies.set(kind, found);
  }
}

function findingsOf<Kind extends string>(
  tallies: ReadonlyMap<Kind, Tally>,
  meanings: Readonly<Record<Kind, string>>,
): ImportSummary['rejected'] {
  return [...tallies]
    .toSorted(([, one], [, other]) => other.count - one.count)
    .map(([kind, { count, first, words }]) => ({
      kind,
      meaning: meanings[kind],
      incidents: count,
      examples: first,
      words: sharedWords(words),
    }));
}

/** The most frequent words that enough incidents have. */
function sharedWords(words: SharedTexts): ImportSummary['otherwise'][number]['words'] {
  return words
    .counted()
    .slice(0, mostWords)
    .map(([word, incidents]) => ({ word, incidents }));
}

/** Points that are counted at a time. */
const places = 10_000;

/** Incidents on one exact point from which on it is likely the middle of something. */
const many = 25;

/**
 * Counts points and keeps those that come most often, in memory that does not grow with the files (Misra and Gries, "Finding repeated
 * elements", 1982). Up to 10,000 different points the counts are exact; of more, each is at most one ten-thousandth of all incidents too low.
 */
export class RepeatedPoints {
  readonly #counts = new Map<string, number>();

  /** @param lon in degrees */
  add(lon: number, lat: number): void {
    const key = `latitude ${lat}, longitude ${lon}`;
    const count = this.#counts.get(key);
    if (count !== undefined) this.#counts.set(key, count + 1);
    else if (this.#counts.size < places) this.#counts.set(key, 1);
    else
      for (const [one, counted] of this.#counts)
        if (counted > 1) this.#counts.set(one, counted - 1);
        else this.#counts.delete(one);
  }

  /** Points that many incidents have, the most frequent first. */
  get clusters(): { readonly point: string; readonly count: number }[] {
    return [...this.#counts]
      .filter(([, count]) => count >= many)
      .map(([point, count]) => ({ point, count }))
      .toSorted((one, other) => other.count - one.count);
  }
}
