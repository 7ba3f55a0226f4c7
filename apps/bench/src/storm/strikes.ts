import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { OwnProcess } from '../setting/own-process.ts';
import type { Step, Trouble } from './draw-steps.ts';
import type { CommandOptions, Installation } from './installation.ts';
import { Difference } from './judge.ts';
import { incidentsInBackup } from './judge-files.ts';
import { sizeOf } from './model.ts';
import { backupFolderOf } from './step-words.ts';

/** How a trouble is made. */
interface Strike {
  /** How the command is started under it. */
  readonly options?: (step: Step) => CommandOptions;
  /** Before the command. */
  readonly atBeginning?: (installation: Installation, step: Step) => Promise<void>;
  /** At the moment of the step, or when the command has ended. @param folder that of the night */
  readonly strike?: (installation: Installation, command: OwnProcess, step: Step, folder: string) => Promise<void>;
  /** When the command has ended. */
  readonly atEnd?: (installation: Installation) => Promise<void>;
  /** Whether the command does its work all the same. */
  readonly mustSucceed?: true;
}

const day = 86_400_000;
const mebibyte = 2 ** 20;
/** A restore makes a database of its own, to which there is no network and in which PostgreSQL writes the files. */
const isOwn = ({ name }: Step) => name === 'restore';

export const strikes: Readonly<Record<Trouble, Strike>> = {
  calm: { mustSucceed: true },
  'the command is killed': { strike: async (_, command) => command.kill() },
  'the command is interrupted': { strike: async (_, command) => command.interrupt() },
  'a process of PostgreSQL is killed': { strike: async (installation, _, { chance }) => installation.killDatabaseProcess(chance) },
  'the server is killed': {
    async strike(installation, _, step) {
      if (isOwn(step)) return;
      await installation.killServer();
      await installation.startServer();
    },
  },
  'everything is killed': { strike: async (installation, command) => installation.killEverything(command) },
  'the disk fills up': {
    strike: async ({ disk }, _, { chance }) => disk?.shrink(Math.floor(chance * 128) * mebibyte),
    atEnd: async ({ disk }) => disk?.makeRoom(),
  },
  'files find no room': {
    options: (step) => ({ largestFile: isOwn(step) ? undefined : 1 + Math.floor(step.chance ** 3 * 2_000) }),
  },
  'the network is slow': {
    options: (step) => ({ isFar: !isOwn(step) }),
    async atBeginning({ network }, { chance }) {
      network.delay = 1 + chance * 9;
    },
    async atEnd({ network }) {
      network.delay = 0;
    },
    mustSucceed: true,
  },
  'connections break': {
    options: (step) => ({ isFar: !isOwn(step) }),
    strike: async ({ network }) => network.cut(),
  },
  'another backup is made': {
    async strike(installation, _, step, folder) {
      if (isOwn(step)) return;
      const path = join(backupFolderOf(folder), 'another.sql.gz');
      await rm(path, { force: true });
      const backup = await installation.command(['backup', path]);
      if ((await backup.ended()) !== 0) throw new Difference(`another backup fails: ${backup.printed}`);
      const [found, ...possible] = [await incidentsInBackup(path), sizeOf(step.before.record), sizeOf(step.after.record)];
      if (!possible.includes(found!)) throw new Difference(`another backup has ${found} incidents, not ${possible.join(' or ')}`);
    },
    mustSucceed: true,
  },
  'the clock jumps': {
    async atBeginning(installation, { chance }) {
      installation.clockShift = Math.round((chance - 0.5) * 800 * day);
    },
    mustSucceed: true,
  },
};
