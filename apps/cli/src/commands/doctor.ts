import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { countRecord, type Database, findDerivedFaults, pendingMigrations, readServerVersion } from '@monitor/store';
import { explainError } from '../explain-error.ts';
import { type CommandContext, repository } from '../command-context.ts';
import { type Finding, printFindings } from '../words.ts';
import { refuseToMakeServer, withDatabase } from '../with-database.ts';

/** `monitor doctor`: one line for each thing that has to be right. Returns false if something is not. */
export async function doctorCommand(context: CommandContext): Promise<boolean> {
  const findings: Finding[] = [await checkNode(process.versions.node)];
  const report = (finding: Finding) => findings.push(finding);
  try {
    await refuseToMakeServer(context);
    await withDatabase(context, async (database) => {
      report({ name: 'Database', good: true, text: `PostgreSQL ${await readServerVersion(database)} responds` });
      for (const check of [checkMigrations, checkCounts, checkDerived]) {
        const finding = await check(database);
        report(finding);
        if (!finding.good) break;
      }
    });
  } catch (error) {
    report({ name: 'Database', good: false, text: explainError(error) });
  }
  return printFindings(findings, context);
}

async function checkNode(version: string): Promise<Finding> {
  const { engines } = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8')) as { engines: { node: string } };
  const oldest = engines.node.replace('>=', '');
  const good = version.localeCompare(oldest, 'en', { numeric: true }) >= 0;
  return { name: 'Node.js', good, text: good ? version : `${version} is too old. Install ${oldest} or newer` };
}

/** Whether the tables are those of this version. */
export async function checkMigrations(database: Database): Promise<Finding> {
  const pending = await pendingMigrations(database);
  const text = pending.length === 0 ? 'all applied' : `${pending.join(', ')} not applied. Run "npx pnpm@12.4.2 monitor migrate"`;
  return { name: 'Migrations', good: pending.length === 0, text };
}

async function checkCounts(database: Database): Promise<Finding> {
  const counts = Object.entries(await countRecord(database)).map(([name, count]) => `${count.toLocaleString('en')} ${name}`);
  return { name: 'Record', good: true, text: counts.join(', ') };
}

async function checkDerived(database: Database): Promise<Finding> {
  const { faults, more } = await findDerivedFaults(database);
  const good = faults.length === 0;
  const text = good
    ? 'match people, weapons and sources'
    : `wrong for ${faults.join(', ')}${more ? ' …' : ''}. Import their dataset again`;
  return { name: 'Derived columns', good, text };
}
