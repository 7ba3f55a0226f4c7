import { Command, InvalidArgumentError, Option } from 'commander';
import { exportFormatNames } from '@monitor/contract/export-formats';
import { builtInFormatNames, mappedFormatName } from '@monitor/ingest/format-names';
import type { CommandContext, ConfirmedOptions } from './command-context.ts';
import type { BackupOptions } from './commands/backup.ts';
import type { CountriesOptions } from './commands/countries.ts';
import type { DemoCommandOptions } from './commands/demo.ts';
import type { ExportOptions } from './commands/export.ts';
import type { ImportOptions } from './commands/import.ts';
import type { MigrateOptions } from './commands/migrate.ts';
import type { PublishOptions } from './commands/publish.ts';
import type { ReportOptions } from './commands/report.ts';
import type { SketchOptions } from './commands/sketch.ts';

/**
 * The commands and their options. A command that ends well but found something wrong says so through `fail`. What a command does is
 * loaded when it is called, so that help and wrong options are answered at once; these throw a `CommanderError`.
 */
export function program(context: CommandContext, fail: () => void): Command {
  const commands = new Command('monitor')
    .description('Import, export and maintain the incidents of the Open Armed Violence Monitor.')
    .configureOutput({ writeOut: (text) => context.output.write(text), writeErr: (text) => context.errors.write(text) })
    .exitOverride()
    .addHelpText('after', '\nUses the database at DATABASE_URL or, if that is not set, the built-in PostgreSQL.');

  commands
    .command('import')
    .description('Import incidents from files. If a file cannot be used, nothing is imported. See docs/importing.md.')
    .argument('<files...>', 'CSV, Excel or JSON files, all in the same format; - for standard input, or addresses (https:)')
    .addOption(
      new Option('-f, --format <name>', 'format of the files')
        .choices([...builtInFormatNames, mappedFormatName])
        .makeOptionMandatory(),
    )
    .option('-m, --mapping <file>', `mapping file (YAML); required for the ${mappedFormatName} format`)
    .option('-d, --dataset <slug>', 'short name of the dataset to import into (default: the one in the mapping)')
    .option('-t, --title <text>', 'title of the dataset')
    .option('-e, --encoding <name>', 'encoding of the files, such as windows-1250 (default: detected automatically)')
    .addOption(
      new Option('-p, --points <how>', 'say that the source has published its points itself; not with a mapping').choices([
        'as_published',
      ]),
    )
    .option('-n, --dry-run', 'check the files and report, without importing anything')
    .option('--complete', 'the files have all incidents of the dataset: retract those that are not in them')
    .option('-y, --yes', 'with --complete, even if that is more than half of the dataset')
    .option('--json', 'print the report as JSON (docs/import-report.schema.json)')
    .option('--address <address>', 'address of your site, for the link in the report (default: that of a server here)')
    .action(async (files: string[], options: ImportOptions) => {
      const { importCommand } = await import('./commands/import.ts');
      await importCommand(files, options, context);
    });

  commands
    .command('sketch')
    .description('Write a mapping file for a table that nobody has described, as far as its columns tell. See docs/importing.md.')
    .argument('<file>', 'CSV, Excel or JSON file; - for standard input, or an address (https:)')
    .option('-o, --output <file>', 'file to write, such as mine.yaml (default: standard output)')
    .option('-e, --encoding <name>', 'encoding of the file, such as windows-1250 (default: detected automatically)')
    .action(async (file: string, options: SketchOptions) => {
      const { sketchCommand } = await import('./commands/sketch.ts');
      await sketchCommand(file, options, context);
    });

  commands
    .command('demo')
    .description('Create made-up incidents for a demonstration, in a separate dataset labelled synthetic.')
    .option('-r, --rows <number>', 'number of incidents (default: follows the published figures)', wholeNumber)
    .option('-s, --seed <number>', 'seed for random numbers; the same seed gives the same incidents', wholeNumber, 1)
    .option('-u, --until <date>', 'last day, as YYYY-MM-DD (default: today)')
    .action(async (options: DemoCommandOptions) => {
      const { demoCommand } = await import('./commands/demo.ts');
      await demoCommand(options, context);
    });

  commands
    .command('export')
    .description('Export published incidents as a file.')
    .argument('[file]', 'file to write (default: standard output)')
    .addOption(
      new Option('-f, --format <name>', 'format of the file (default: the one that its name ends with, or CSV)').choices(
        exportFormatNames,
      ),
    )
    .option(
      '--filter <query>',
      "filter, copied from the address of the Explore screen, such as 'country=RS&from=2023-01-01'; the file of a comparison has both sides",
    )
    .option('--columns <names>', 'columns of the file, with commas between them (default: all; docs/csv-columns.md names them)')
    .option('--hxl', 'add a row of HXL hashtags below the header')
    .option('--readable', 'words instead of codes; in a CSV also semicolons and decimal commas, for Excel')
    .option(
      '--address <address>',
      'address of your site, with which the addresses of records begin (default: that of a server here)',
    )
    .action(async (file: string | undefined, options: ExportOptions) => {
      const { exportCommand } = await import('./commands/export.ts');
      await exportCommand(file, options, context);
    });

  commands
    .command('report')
    .description('Make briefs of two pages as PDF, of one place or of several. Needs Chromium or Chrome.')
    .requiredOption('-p, --period <period>', 'month (2026-09), quarter (2026-Q3) or year (2025)')
    .option('--place <codes>', 'all, codes of locations and regions (RS,RS-20), or every (all together, and each location)', 'all')
    .option('-o, --output <folder>', 'folder to write to', '.')
    .addOption(
      new Option('--picture [figure]', 'make a square picture of one figure instead').choices(pictureFigures).preset('incidents'),
    )
    .option('--server <address>', 'a running server to use (default: one that is started for this)')
    .option('--address <address>', 'address that the briefs and their QR codes give (default: that of the server)')
    .action(async (options: ReportOptions) => {
      const { reportCommand } = await import('./commands/report.ts');
      await reportCommand(options, context);
    });

  commands
    .command('publish')
    .description('Write a complete site into a folder, which works on any host and needs no server. See docs/site.md.')
    .argument('<folder>', 'folder of the site, which is made if there is none; again, only what has changed is written')
    .option('--address <address>', 'address that the site will have, such as https://example.org or https://example.org/monitor')
    .option('--only-newest', 'remove all that this edition no longer has, at once: after something was removed from the record')
    .option('--no-downloads', 'leave out the files of all incidents, for hosts that take no large files')
    .action(async (folder: string, options: PublishOptions) => {
      const { publishCommand } = await import('./commands/publish.ts');
      await publishCommand(folder, options, context);
    });

  commands
    .command('datasets')
    .description('List the datasets on record, with their incidents, period and last import.')
    .action(async () => {
      const { datasetsCommand } = await import('./commands/datasets.ts');
      await datasetsCommand(context);
    });

  commands
    .command('countries')
    .description('List the locations that files can name, with their regions and whether population figures are known.')
    .argument('[word]', 'only those with this code, or whose names contain this text')
    .option('--json', 'print them as JSON')
    .action(async (word: string | undefined, options: CountriesOptions) => {
      const { countriesCommand } = await import('./commands/countries.ts');
      countriesCommand(word, options, context);
    });

  commands
    .command('remove')
    .description('Remove a dataset with all its incidents. The addresses of its records then say that it was removed.')
    .argument('<dataset>', 'short name of the dataset; "monitor datasets" lists them')
    .option('-y, --yes', 'remove it without asking')
    .action(async (dataset: string, options: ConfirmedOptions) => {
      const { removeCommand } = await import('./commands/remove.ts');
      await removeCommand(dataset, options, context);
    });

  commands
    .command('undo')
    .description('Undo the last import: remove the incidents that it added and bring back those that it changed.')
    .option('-y, --yes', 'undo it without asking')
    .action(async (options: ConfirmedOptions) => {
      const { undoCommand } = await import('./commands/undo.ts');
      await undoCommand(options, context);
    });

  commands
    .command('backup')
    .description('Write all of the database to a new file (compressed SQL), while it is in use. See docs/operating.md.')
    .argument('<file>', 'file to make, such as monitor.sql.gz, or with --rotate the folder to make it in')
    .option(
      '-r, --rotate <number>',
      'keep this many of the newest backups in a folder, and a link "latest" to the newest',
      atLeastOne,
    )
    .action(async (file: string, options: BackupOptions) => {
      const [{ backupCommand }, { nameForServer, onEachServer }] = await Promise.all([
        import('./commands/backup.ts'),
        import('./spread-servers.ts'),
      ]);
      await onEachServer(context, async (own, name) => backupCommand(name ? nameForServer(file, name) : file, options, own));
    });

  commands
    .command('restore')
    .description('Check a backup and restore it into an empty database.')
    .argument('<file>', 'backup')
    .action(async (file: string) => {
      const { restoreCommand } = await import('./commands/restore.ts');
      await restoreCommand(file, context);
    });

  commands
    .command('verify')
    .description('Read all of the record and check it: constraints, details that could expose people, history and numbers.')
    .action(async () => {
      const [{ verifyCommand }, { onEachServer }] = await Promise.all([
        import('./commands/verify.ts'),
        import('./spread-servers.ts'),
      ]);
      await onEachServer(context, async (own) => {
        if (!(await verifyCommand(own))) fail();
      });
    });

  commands
    .command('migrate')
    .description('Bring the tables and places in the database up to date.')
    .addOption(
      new Option('--demo <on|off>', 'load made-up incidents into a database that has never held others')
        .choices(['on', 'off'])
        .default('off'),
    )
    .addHelpText(
      'after',
      '\nWith API_PASSWORD and IMPORT_PASSWORD set, also makes the database users monitor_api and monitor_import.',
    )
    .action(async (options: MigrateOptions) => {
      const { migrateCommand } = await import('./commands/migrate.ts');
      await migrateCommand(options, context);
    });

  commands
    .command('spread')
    .description('Spread the record over the servers that the file SPREAD lists, or bring them up to date. See docs/operating.md.')
    .action(async () => {
      const { spreadCommand } = await import('./commands/spread.ts');
      await spreadCommand(context);
    });

  commands
    .command('doctor')
    .description('Check Node.js, the database, its migrations and its records.')
    .action(async () => {
      const [{ doctorCommand }, { onEachServer }] = await Promise.all([
        import('./commands/doctor.ts'),
        import('./spread-servers.ts'),
      ]);
      await onEachServer(context, async (own) => {
        if (!(await doctorCommand(own))) fail();
      });
    });

  return commands;
}

/** The figures that the page of a brief offers as pictures. */
const pictureFigures = ['incidents', 'killed', 'injured', 'weapons'];

function atLeastOne(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1.');
  return Number(text);
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}
