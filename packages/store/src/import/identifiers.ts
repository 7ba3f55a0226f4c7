import type { Statements } from '../connection/statements.ts';
import { publicId } from '../schema/public-id.ts';
import { type datasets, identifierSecret } from '../schema/tables.ts';

/** Gives source keys of a dataset their public identifiers. */
export type IdentifiersOf = (sourceKey: string) => string;

/** The identifiers that imports into a dataset give. */
export async function identifiersOf(
  db: Statements['db'],
  { slug, secret_identifiers }: Pick<typeof datasets.$inferSelect, 'slug' | 'secret_identifiers'>,
): Promise<IdentifiersOf> {
  const secret = secret_identifiers ? await readSecret(db) : undefined;
  return (sourceKey) => publicId(slug, sourceKey, secret);
}

/** What the identifiers of this database cannot be worked out without. */
export async function readSecret(db: Statements['db']): Promise<Uint8Array> {
  const [row] = await db.select({ secret: identifierSecret.secret }).from(identifierSecret);
  if (row === undefined) throw new Error('The table identifier_secret has no row: the database was not made by the migrations.');
  return row.secret;
}
