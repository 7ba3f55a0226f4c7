import { Command, InvalidArgumentError, Option } from 'commander';
import { demoCommand, type DemoCommandOptions } from './commands/demo.ts';
import { doctorCommand } from './commands/doctor.ts';
import { exportCommand, type ExportOptions } from './commands/export.ts';
import { formatNames, importCommand, type ImportOptions } from './commands/import.ts';
import { migrateCommand } from './commands/migrate.ts';
import type { Surroundings } from './surroundings.ts';

/** The commands and their options. A command that ends well but found something wrong says so through `fail`. */
export function program(surroundings: Surroundings, fail: () => void): Command {
  const commands = new Command('monitor')
    .description('Imports, exports and looks after the incidents of the Open Armed Violence Monitor.')
    .addHelpText('after', '\nThe database is the one of DATABASE_URL, or the built-in PostgreSQL of this folder.');

  commands
    .command('import')
    .description('Import files of incidents: all of them, or nothing. See docs/importing.md.')
    .argument('<files...>', 'CSV files of one format')
    .addOption(new Option('-f, --format <name>', 'format of the files').choices(formatNames).makeOptionMandatory())
    .option('-m, --mapping <file>', 'mapping file (YAML) of the format generic')
    .option('-d, --dataset <slug>', 'dataset to import into; the one of the mapping by default')
    .option('-t, --title <text>', 'title of the dataset')
    .option('-e, --encoding <name>', 'encoding of the files, such as windows-1250; found by itself by default')
    .option('-n, --dry-run', 'read and report only')
    .action((files: string[], options: ImportOptions) => importCommand(files, options, surroundings));

  commands
    .command('demo')
    .description('Make up incidents for demonstration, in a dataset of their own that is labelled synthetic.')
    .option('-r, --rows <number>', 'how many; by default what the published figures give', wholeNumber)
    .option('-s, --seed <number>', 'the same seed gives the same incidents', wholeNumber, 1)
    .option('-u, --until <date>', 'last day, YYYY-MM-DD; today by default')
    .action((options: DemoCommandOptions) => demoCommand(options, surroundings));

  commands
    .command('export')
    .description('Write published incidents as CSV.')
    .argument('[file]', 'file to write; the standard output by default')
    .option('--filter <query>', "which incidents, as in the browser's address: 'country=RS&from=2023-01-01'")
    .option('--hxl', 'put a row of HXL hashtags under the header')
    .action((file: string | undefined, options: ExportOptions) => exportCommand(file, options, surroundings));

  commands
    .command('migrate')
    .description('Bring the tables and places of the database up to date.')
    .action(() => migrateCommand(surroundings));

  commands
    .command('doctor')
    .description('Check Node.js, database, migrations and record.')
    .action(async () => {
      if (!(await doctorCommand(surroundings))) fail();
    });

  return commands;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It takes a whole number.');
  return Number(text);
}
