import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** A live process, as far as can be seen from outside. */
export interface RunningProcess {
  readonly pid: number;
  /** Changes when the number is given to another process; undefined if the system does not tell. */
  readonly started: string | undefined;
  /** Path or name of the program, which may contain spaces; undefined if the system does not tell. */
  readonly program: string | undefined;
  /** Program and words, joined by spaces; undefined if the system does not tell. */
  readonly command: string | undefined;
  /** Number of the process that it was started by; undefined if the system does not tell. */
  readonly parent: number | undefined;
  /** Whether it has been ended by force and is about to go; false if the system does not tell. */
  readonly ending: boolean;
}

/** The process of a number, or undefined if there is none alive. */
export async function runningProcess(pid: number): Promise<RunningProcess | undefined> {
  if (!exists(pid)) return undefined;
  if (process.platform === 'linux') return fromProc(pid);
  if (process.platform === 'win32') return untold(pid);
  return fromPs(pid);
}

/** What is known where the system says nothing but that the process is alive. */
const untold = (pid: number): RunningProcess => ({
  pid,
  started: undefined,
  program: undefined,
  command: undefined,
  parent: undefined,
  ending: false,
});

/** Whether a number belongs to a process, which may have ended if nobody has taken note of that yet. */
export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: alive, and another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function fromProc(pid: number): Promise<RunningProcess | undefined> {
  try {
    const [status, command] = await Promise.all([readFile(`/proc/${pid}/stat`, 'utf8'), readFile(`/proc/${pid}/cmdline`, 'utf8')]);
    // The second field is the program's name in brackets and may be anything, so count from behind it: state is field 3, parent is
    // field 4, flags are field 9, start time is field 22, waiting signals are field 31.
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return {
      pid,
      started: fields[19],
      program: command.split('\0')[0],
      command: command.replaceAll('\0', ' ').trim(),
      parent: Number(fields[1]),
      ending: (Number(fields[6]) & exitingFlag) !== 0 || (Number(fields[28]) & killSignal) !== 0,
    };
  } catch {
    return exists(pid) ? untold(pid) : undefined;
  }
}

/** Linux's PF_EXITING, and the bit of SIGKILL among waiting signals. */
const [exitingFlag, killSignal] = [0x4, 0x1_00];

async function fromPs(pid: number): Promise<RunningProcess | undefined> {
  try {
    // "1 Mon Oct 12 10:11:12 2026 command …": the start time has a fixed width of 24 letters.
    const [all, program] = await Promise.all([askPs(pid, 'ppid=,lstart=,command='), askPs(pid, 'comm=')]);
    const [, parent, started, command] = /^ *(\d+) (.{24})(.*)/.exec(all) ?? [];
    return { pid, started, program: program.trim(), command: command?.trim(), parent: Number(parent), ending: false };
  } catch {
    return exists(pid) ? untold(pid) : undefined;
  }
}

/** What `ps` prints of a process in the given columns, however long the line is. */
async function askPs(pid: number, columns: string): Promise<string> {
  const { stdout } = await promisify(execFile)('ps', ['-ww', '-o', columns, '-p', String(pid)]);
  return stdout;
}
