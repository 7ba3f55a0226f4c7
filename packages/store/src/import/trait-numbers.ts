import { type Subject, subjectOf, type TraitField, traitFields } from '@monitor/domain';
import { sql } from 'drizzle-orm';
import type { Statements } from '../connection/statements.ts';
import { traitSets } from '../schema/tables.ts';

/** The numbers that incidents keep for their sets of traits. */
export class TraitNumbers {
  readonly #statements: Statements;
  readonly #numbers: ReadonlyMap<Subject, Map<string, number>>;

  private constructor(statements: Statements) {
    this.#statements = statements;
    this.#numbers = new Map(traitFields.map((field) => [subjectOf(field), new Map<string, number>()]));
  }

  /** Reads the numbers on record. */
  static async read(statements: Statements): Promise<TraitNumbers> {
    const numbers = new TraitNumbers(statements);
    numbers.#keep(await statements.db.select().from(traitSets));
    return numbers;
  }

  /** Gives each set that no incident had before its number. */
  async add(sets: Iterable<Readonly<Record<TraitField, string>>>): Promise<void> {
    const unknown = new Map(traitFields.map((field) => [subjectOf(field), new Set<string>()]));
    for (const set of sets)
      for (const field of traitFields)
        if (!this.#numbers.get(subjectOf(field))?.has(set[field])) unknown.get(subjectOf(field))?.add(set[field]);
    const rows = [...unknown].flatMap(([subject, texts]) => [...texts].map((traits) => ({ subject, traits })));
    if (rows.length === 0) return;
    const { db, run } = this.#statements;
    const given = sql`unnest(
      ${sql.param(rows.map(({ subject }) => subject))}::text[], ${sql.param(rows.map(({ traits }) => traits))}::text[]
    ) as given (subject, traits)`;
    await run(sql`insert into ${traitSets} (subject, traits) select * from ${given} on conflict do nothing`);
    this.#keep(
      await db
        .select()
        .from(traitSets)
        .where(sql`(${traitSets.subject}, ${traitSets.traits}) in (select * from ${given})`),
    );
  }

  /** The number of a set that was read or added. Throws for any other. */
  of(field: TraitField, traits: string): number {
    const number = this.#numbers.get(subjectOf(field))?.get(traits);
    if (number === undefined) throw new Error(`The set of traits ${field} "${traits}" has no number.`);
    return number;
  }

  #keep(sets: readonly (typeof traitSets.$inferSelect)[]): void {
    for (const { id, subject, traits } of sets) this.#numbers.get(subject as Subject)?.set(traits, id);
  }
}
