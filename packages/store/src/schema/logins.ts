import { createHmac } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Database } from '../connection/database.ts';
import { onPool } from '../connection/statements.ts';
import { isSpread } from '../spread/spread.ts';

/** The role that answers are read with, and the one that imports are written with; `migrations/0017_roles.sql` gives them their rights. */
export type GroupRole = 'monitor_reader' | 'monitor_writer';

/** The users that log in for each role, where the product makes them. */
const userOf: Readonly<Record<GroupRole, string>> = { monitor_reader: 'monitor_api', monitor_writer: 'monitor_import' };

/** Makes the user of a role, or gives it another password; returns its name. For a database user that may make roles. */
export async function createLogin(database: Database, role: GroupRole, password: string): Promise<string> {
  const user = userOf[role];
  await onPool(database, async ({ run }) => {
    // These statements take no parameters.
    const [made] = await run<{ text: string }>(sql`
      select concat(
        'select pg_advisory_xact_lock(hashtext(''open-armed-violence-monitor users''));',
        case when not exists (select from pg_roles where rolname = ${user}) then format('create role %I;', ${user}::text) end,
        format('alter role %I login nosuperuser nocreaterole nocreatedb noreplication password %L;', ${user}::text, ${password}::text),
        format('grant %I to %I;', ${role}::text, ${user}::text)
      ) as text`);
    if (made) await run(sql.raw(made.text));
  });
  return user;
}

/**
 * The address of a database for the user of a role, whose password follows from that of the owner: so each process that knows the owner
 * knows it, and nobody can tell the owner's from it.
 * @param ownerUrl address with the owner's password
 */
export function loginUrl(ownerUrl: string, role: GroupRole): string {
  const url = new URL(ownerUrl);
  const password = createHmac('sha256', url.password).update(role).digest('base64url');
  return Object.assign(url, { username: userOf[role], password }).href;
}

/** Makes the users of both roles, with the passwords that `loginUrl` gives them. */
export async function createLogins(database: Database, ownerUrl: string): Promise<void> {
  for (const role of ['monitor_reader', 'monitor_writer'] as const)
    await createLogin(database, role, new URL(loginUrl(ownerUrl, role)).password);
}

/**
 * The same address, with which connections have only the rights of a role, if its user may take that role. It protects from mistakes;
 * a user of its own for the role also protects from whoever can send SQL.
 */
export async function actingAs(database: Database, url: string, role: GroupRole): Promise<string> {
  const [user] = await onPool(database, ({ run }) =>
    run<{ may: boolean }>(sql`select pg_has_role(oid, 'member') as may from pg_roles where rolname = ${role}`),
  );
  if (!user?.may) return url;
  const acting = new URL(url);
  acting.searchParams.set('role', role);
  return acting.href;
}

/** Whether the user of this database may import into it. */
export async function mayImport(database: Database): Promise<boolean> {
  if (isSpread(database.connections)) return false;
  const [user] = await onPool(database, ({ run }) =>
    run<{ may: boolean }>(sql`select has_table_privilege('incidents', 'insert') as may`),
  );
  return user?.may ?? false;
}
