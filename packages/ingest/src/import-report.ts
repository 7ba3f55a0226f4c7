import { basename } from 'node:path';
import { SharedTexts } from '@monitor/domain';
import { oneLine, type Reason, type ReasonKind, reasonKinds, type Warning, type WarningKind, warningKinds } from './findings.ts';
import type { ReadResult } from './read-incidents.ts';
import type { RowUnit } from './read-rows.ts';
import { type IsPublicText, PublicationReport } from './publication-report.ts';
import type { SourceFormat } from './source-format.ts';

const examples = 3;
/** Words that lists do not have, with which most incidents are. */
const mostWords = 20;
/** Characters of an example: a list of all codes or columns may be thousands. */
const longestExample = 400;

interface Tally {
  count: number;
  readonly first: string[];
  readonly words: SharedTexts;
}

/** Where the rows of an import ended, as far as the database knows it. */
export interface StoredCounts {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly isPublic?: IsPublicText;
}

/** Collects what an import has to tell: counts, and the first lines of every kind of trouble. Its size does not grow with the files. */
export class ImportReport {
  read = 0;
  rejected = 0;
  rejectedRows = 0;
  /** Rows that the mapping does not want. */
  leftOut = 0;
  readonly #files: string[] = [];
  readonly #units = new Map<string, RowUnit>();
  readonly #warnings = new Map<WarningKind, Tally>();
  readonly #reasons = new Map<ReasonKind, Tally>();
  readonly #points = new RepeatedPoints();
  readonly #publication: PublicationReport;

  constructor({ publishedWhole }: Pick<SourceFormat, 'publishedWhole'> = {}) {
    this.#publication = new PublicationReport(publishedWhole);
  }

  add(result: ReadResult): void {
    if (result.kind === 'file') {
      this.#units.set(result.file, result.unit);
      this.#files.push(`${oneLine(basename(result.file))}: ${result.about}`);
      return;
    }
    if (result.kind === 'left_out') {
      this.leftOut = result.rows;
      return;
    }
    this.read += 1;
    const where = `${oneLine(basename(result.file))} ${this.#units.get(result.file) ?? 'line'} ${result.line}`;
    if (result.kind === 'rejected') {
      this.rejected += 1;
      this.rejectedRows += result.rows.length;
      tally(this.#reasons, result.reasons, where);
    } else {
      tally(this.#warnings, result.warnings, where);
      this.#publication.add(result.draft);
      const { lon, lat, place_precision } = result.draft;
      if (place_precision === 'exact' && lon !== null && lat !== null) this.#points.add(lon, lat);
    }
  }

  /** Moves incidents that the database found to repeat an earlier one from the drafts to the rejected. */
  addRepeated(result: ReadResult & { kind: 'rejected' }): void {
    this.add(result);
    this.read -= 1;
  }

  /** How many incidents have a warning of each kind. */
  get warnings(): ReadonlyMap<WarningKind, number> {
    return new Map([...this.#warnings].map(([kind, { count }]) => [kind, count]));
  }

  /** The report as text for a person. */
  text(stored: StoredCounts | undefined, rejectedFile?: string): string {
    const lines =
      this.#files.length <= 3 ? [...this.#files] : [...this.#files.slice(0, 2), `… and ${this.#files.length - 2} more files`];
    lines.push('', ...this.#counts(stored));
    if (this.#reasons.size > 0) lines.push('', 'Rejected:', ...tallyLines(this.#reasons, reasonKinds));
    if (this.#warnings.size > 0) lines.push('', 'Kept, with warnings:', ...tallyLines(this.#warnings, warningKinds));
    lines.push(...this.#publication.lines(stored?.isPublic), ...this.#clusterLines());
    if (rejectedFile !== undefined)
      lines.push('', `Rejected rows: ${rejectedFile}`, 'Correct these rows in your files, then import the files again.');
    return lines.join('\n');
  }

  #clusterLines(): string[] {
    const clusters = this.#points.clusters;
    if (clusters.length === 0) return [];
    const more = clusters.length - examples;
    return [
      '',
      'Many incidents at one exact point:',
      ...clusters.slice(0, examples).map(({ point, count }) => `${numberText(count).padStart(12)} at ${point}`),
      ...(more > 0 ? [`             and ${numberText(more)} more such points`] : []),
      'If a point is the middle of a town or an area, say how accurate it is: place_precision in docs/importing.md.',
    ];
  }

  #counts(stored: StoredCounts | undefined): string[] {
    const counts: [string, number][] = stored
      ? [
          ['inserted', stored.inserted],
          ['updated', stored.updated],
          ['unchanged', stored.unchanged],
        ]
      : [['would be imported (dry run: nothing was written)', this.read - this.rejected]];
    const rows = this.rejectedRows === this.rejected ? '' : ` (${numberText(this.rejectedRows)} rows)`;
    return [
      ...counts,
      [`rejected${rows}`, this.rejected] as const,
      [this.read === 1 ? 'incident read' : 'incidents read', this.read] as const,
      ...(this.leftOut === 0
        ? []
        : [[`${this.leftOut === 1 ? 'row' : 'rows'} left out by "where" in the mapping`, this.leftOut] as const]),
    ].map(([label, count]) => `${numberText(count).padStart(12)} ${label}`);
  }
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
    if (found.first.length < examples) found.first.push(shortened(`${where}: ${message}`));
    tallies.set(kind, found);
  }
}

function tallyLines<Kind extends string>(tallies: ReadonlyMap<Kind, Tally>, labels: Readonly<Record<Kind, string>>): string[] {
  return [...tallies]
    .toSorted(([, one], [, other]) => other.count - one.count)
    .flatMap(([kind, { count, first, words }]) => [
      `${numberText(count).padStart(12)} ${labels[kind]}`,
      ...first.map((example) => `${' '.repeat(15)}${example}`),
      ...words
        .counted()
        .slice(0, mostWords)
        .map(([word, times]) => `${' '.repeat(15)}${word}: ${numberText(times)} incidents`),
    ]);
}

function shortened(text: string): string {
  return text.length > longestExample ? `${text.slice(0, longestExample - 1)}…` : text;
}

function numberText(count: number): string {
  return count.toLocaleString('en');
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
