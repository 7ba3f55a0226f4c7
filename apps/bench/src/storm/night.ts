import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { BenchContext } from '../setting/cleanup.ts';
import type { OwnProcess } from '../setting/own-process.ts';
import { until } from '../setting/until.ts';
import { medianOf } from '../timing.ts';
import type { Step, StepName } from './draw-steps.ts';
import { Installation } from './installation.ts';
import {
  type Ask,
  browserOf,
  Difference,
  differenceOf,
  expectFigures,
  expectIncident,
  expectSame,
  readStored,
  type StoredRecord,
  summaryPath,
} from './judge.ts';
import { expectWholeSite, incidentsInBackup, openSite } from './judge-files.ts';
import { nameOf, sizeOf } from './model.ts';
import { backupFolderOf, siteFolderOf, wordsOf } from './step-words.ts';
import { strikes } from './strikes.ts';
import { watchReader } from './watch-reader.ts';

/** Milliseconds that a step takes before one has been measured. */
const usual = 2_000;

/** Whether a step was done at once, or was repeated. An interrupted publication or backup always is. */
export type Outcome = 'all' | 'nothing';

/** One installation of the product, to which the steps of a seed are done for real. */
export class Night {
  readonly #installation: Installation;
  readonly #context: BenchContext;
  readonly #folder: string;
  readonly #server: Ask;
  readonly #sqlServer: Ask;
  readonly #durations = new Map<StepName, number[]>();
  /** Public identifiers, by dataset and identifier of the source. They stay the same for good. */
  readonly #ids = new Map<string, string>();

  private constructor(folder: string, installation: Installation, context: BenchContext) {
    this.#folder = folder;
    this.#installation = installation;
    this.#context = context;
    this.#server = browserOf(() => installation.address);
    this.#sqlServer = browserOf(() => installation.sqlAddress);
  }

  /** Installs the product in a folder. */
  static async begin(folder: string, context: BenchContext): Promise<Night> {
    const data = join(folder, 'data');
    for (const path of [data, backupFolderOf(folder)]) await mkdir(path);
    const installation = await Installation.open(data, context);
    const night = new Night(folder, installation, context);
    await night.#mustBeReady();
    return night;
  }

  async end(): Promise<void> {
    await this.#installation.stop();
  }

  /** Does a step, repeats it if it was not done, and compares everything. Throws `Difference`. */
  async take(step: Step): Promise<Outcome> {
    const { before, after } = step;
    const words = await wordsOf(step, this.#folder);
    if (step.name === 'restore') {
      await this.#installation.stop();
      await this.#installation.useNewFolder();
    }
    const reader = watchReader(() => this.#installation.address, step);
    const outcome = await this.#try(step, words).finally(reader.end);
    if (outcome === 'nothing' && step.name !== 'restore') {
      const { code, printed } = await this.#run(words);
      if (code !== 0) throw new Difference(`repeated, it ends with ${code}: ${printed}`);
    }
    await this.#mustBeReady();
    const seen = reader.found();
    if (seen !== undefined) throw new Difference(seen);
    const stored = await this.#stored();
    const difference = differenceOf(stored, after.record);
    if (difference !== undefined) throw new Difference(`tables: ${difference}`);
    await this.#compare(step, stored);
    if (after.backup !== before.backup) expectSame('backup', await this.#backedUp(), sizeOf(after.record));
    const verified = await this.#run(['verify']);
    if (verified.code !== 0) throw new Difference(`monitor verify: ${verified.printed}`);
    return outcome;
  }

  /** Does it once under its trouble, and looks at what is there then. */
  async #try(step: Step, words: readonly string[]): Promise<Outcome> {
    const strike = strikes[step.trouble];
    const usually = medianOf(this.#durations.get(step.name) ?? [usual]);
    const begun = performance.now();
    await strike.atBeginning?.(this.#installation, step);
    const command = await this.#installation.command(words, strike.options?.(step));
    const hasEnded = new AbortController();
    const ended = command.ended().finally(() => hasEnded.abort());
    if (strike.strike !== undefined) {
      await sleep(step.moment * usually, undefined, { signal: hasEnded.signal }).catch(() => undefined);
      await strike.strike(this.#installation, command, step, this.#folder);
    }
    const code = await ended;
    await strike.atEnd?.(this.#installation);
    if (step.trouble === 'calm')
      this.#durations.set(step.name, [...(this.#durations.get(step.name) ?? []), performance.now() - begun]);
    if (strike.mustSucceed === true && code !== 0) throw new Difference(`it ends with ${code}: ${command.printed}`);
    return step.name === 'restore' ? this.#restored(code, words) : this.#look(step, code, command);
  }

  /** A restore is repeated until it is done: before, no server may start there. */
  async #restored(code: number | null, words: readonly string[]): Promise<Outcome> {
    if (code === 0) return 'all';
    const { code: again, printed } = await this.#run(words);
    if (again === 0) return 'nothing';
    // What is compared next says whether it has all.
    if (printed.includes('The database is not empty')) return 'all';
    throw new Difference(`repeated, it ends with ${again}: ${printed}`);
  }

  /** Whether all of a step was done or nothing: one of both, and what the command has promised. */
  async #look(step: Step, code: number | null, { printed }: OwnProcess): Promise<Outcome> {
    await this.#mustBeReady();
    const { name, before, after } = step;
    const promised = code === 0 ? 'all' : /nothing was|no incidents were/i.test(printed) ? 'nothing' : undefined;
    if (name === 'publish') {
      const site = await openSite(this.#siteFolder);
      if (site !== undefined) await expectWholeSite(this.#siteFolder, code === 0);
      await this.#expectOneOf('site', promised === 'all' ? [after.site] : [before.site, after.site], async (record) => {
        if (record === undefined || site === undefined) expectSame('there is a site', site !== undefined, record !== undefined);
        else await expectFigures('site', site, record, {});
      });
      return promised ?? 'nothing';
    }
    if (name === 'back up') {
      const found = await this.#backedUp();
      const possible = { all: [after.backup], nothing: [before.backup], unknown: [before.backup, after.backup] }[
        promised ?? 'unknown'
      ];
      await this.#expectOneOf('backup', possible, async (record) => expectSame('incidents', found, record && sizeOf(record)));
      return promised ?? 'nothing';
    }
    const stored = await this.#stored();
    const [all, nothing] = [after, before].map(({ record }) => differenceOf(stored, record));
    if (all !== undefined && nothing !== undefined)
      throw new Difference(`tables: neither all nor nothing. Of all, ${all}. Of nothing, ${nothing}. ${printed}`);
    const outcome = all === undefined ? 'all' : 'nothing';
    if (promised !== undefined && promised !== outcome)
      throw new Difference(`it ends with ${code} and promises ${promised}, but ${outcome} was done: ${printed}`);
    return outcome;
  }

  /** Throws with all that was found where a comparison fails with each of several. */
  async #expectOneOf<Value>(what: string, possible: readonly Value[], compare: (one: Value) => Promise<void>): Promise<void> {
    const found: string[] = [];
    for (const one of possible)
      try {
        return await compare(one);
      } catch (error) {
        found.push((error as Error).message);
      }
    throw new Difference(`${what} is none of those that it can be: ${found.join('; ')}`);
  }

  /** Both servers, the site and single incidents with the model. */
  async #compare({ filter, looked, after }: Step, stored: StoredRecord): Promise<void> {
    for (const [name, id] of stored.ids) {
      expectSame(`public identifier of ${name}`, id, this.#ids.get(name) ?? id);
      this.#ids.set(name, id);
    }
    const isFollowed = await until(async () => {
      const totals = await Promise.all([this.#server, this.#sqlServer].map(async (ask) => (await ask(summaryPath({}))).content));
      return isDeepStrictEqual(totals[0], totals[1]);
    });
    if (!isFollowed) throw new Difference('the cube of the server does not become what SQL has');
    for (const one of [{}, filter]) {
      const cube = await expectFigures('cube of the server', this.#server, after.record, one);
      const sql = await expectFigures('SQL', this.#sqlServer, after.record, one);
      expectSame(`cube of the server and SQL, ${summaryPath(one)}`, cube, sql);
    }
    const site = await openSite(this.#siteFolder);
    if (after.site !== undefined) {
      if (site === undefined) throw new Difference('site: it is gone');
      for (const one of [{}, filter]) await expectFigures('site', site, after.site, one);
      await expectWholeSite(this.#siteFolder, true);
    }
    for (const { slug, key } of looked) {
      const id = this.#ids.get(nameOf(slug, key));
      if (id === undefined) continue;
      await expectIncident('server', this.#server, after.record, { slug, key, id }, true);
      if (after.site !== undefined) await expectIncident('site', site!, after.site, { slug, key, id }, false);
    }
  }

  async #stored(): Promise<StoredRecord> {
    const url = await this.#installation.databaseUrl();
    if (url === undefined) throw new Difference('PostgreSQL does not run');
    return readStored(url, this.#context);
  }

  async #backedUp(): Promise<number | undefined> {
    return incidentsInBackup(join(backupFolderOf(this.#folder), 'latest')).catch((error: Error) => {
      throw new Difference(`backup: ${error.message}`);
    });
  }

  async #run(words: readonly string[]): Promise<{ code: number | null; printed: string }> {
    const command = await this.#installation.command(words);
    return { code: await command.ended(), printed: command.printed };
  }

  async #mustBeReady(): Promise<void> {
    if (!(await this.#installation.isReady())) throw new Difference('the servers do not become ready');
  }

  get #siteFolder(): string {
    return siteFolderOf(this.#folder);
  }
}
