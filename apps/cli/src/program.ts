import { Command, InvalidArgumentError, Option } from 'commander';
import { demoCommand, type DemoCommandOptions } from './commands/demo.ts';
import { doctorCommand } from './commands/doctor.ts';
import { exportCommand, type ExportOptions } from './commands/export.ts';
import { formatNames, importCommand, type ImportOptions } from './commands/import.ts';
import { migrateCommand } from './commands/migrate.ts';
import type { CommandContext } from './command-context.ts';

/** The commands and their options. A command that ends well but found something wrong says so through `fail`. */
export function program(context: CommandContext, fail: () => void): Command {
  const commands = new Command('monitor')
    .description('Import, export and maintain the incidents of the Open Armed Violence Monitor.')
    .addHelpText('after', '\nUses the database at DATABASE_URL or, if that is not set, the built-in PostgreSQL.');

  commands
    .command('import')
    .description('Import incidents from files. If a file cannot be used, nothing is imported. See docs/importing.md.')
    .argument('<files...>', 'CSV files, all in the same format')
    .addOption(new Option('-f, --format <name>', 'format of the files').choices(formatNames).makeOptionMandatory())
    .option('-m, --mapping <file>', 'mapping file (YAML), needed for the format generic')
    .option('-d, --dataset <slug>', 'dataset to import into (default: the one in the mapping)')
    .option('-t, --title <text>', 'title of the dataset')
    .option('-e, --encoding <name>', 'encoding of the files, such as windows-1250 (default: detected)')
    .option('-n, --dry-run', 'check the files and report, but do not import anything')
    .action((files: string[], options: ImportOptions) => importCommand(files, options, context));

  commands
    .command('demo')
    .description('Create made-up incidents for demonstration, in a separate dataset labelled synthetic.')
    .option('-r, --rows <number>', 'number of incidents (default: follows the published figures)', wholeNumber)
    .option('-s, --seed <number>', 'seed for the random numbers: the same seed gives the same incidents', wholeNumber, 1)
    .option('-u, --until <date>', 'last day, YYYY-MM-DD (default: today)')
    .action((options: DemoCommandOptions) => demoCommand(options, context));

  commands
    .command('export')
    .description('Export published incidents as CSV.')
    .argument('[file]', 'file to write (default: standard output)')
    .option('--filter <query>', "filter, as in the address of the Explore screen: 'country=RS&from=2023-01-01'")
    .option('--hxl', 'add a row of HXL hashtags below the header')
    .action((file: string | undefined, options: ExportOptions) => exportCommand(file, options, context));

  commands
    .command('migrate')
    .description('Update the tables and places in the database.')
    .action(() => migrateCommand(context));

  commands
    .command('doctor')
    .description('Check Node.js, the database, its migrations and its records.')
    .action(async () => {
      if (!(await doctorCommand(context))) fail();
    });

  return commands;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}
