import { copyTemplate, dropDatabase, type Template } from '../../packages/store/database-tests/template-database.ts';
import { demonstration } from '../api/process-tests/demonstration.ts';
import { ended, launchServer } from '../api/process-tests/launched-server.ts';

/** The built product as a process of its own, over a database with the demonstration data or with what a test needs. */
export interface RunningProduct {
  readonly address: string;
  readonly databaseUrl: string;
  /** Ends the server as Ctrl-C does; the data stay. */
  stop(): Promise<void>;
  /** Starts it again on the same data and the same port. */
  startAgain(): Promise<void>;
  /** Stops and removes the data. */
  remove(): Promise<void>;
}

/**
 * Starts the built product with a database of its own. Throws with what it printed where it does not come up.
 * @param cluster address of the database server of the run
 * @param port where it listens; 0 for any that is free
 * @param template what is in the database
 * @param settings further environment variables
 * @param url address that the database gets
 */
export async function startProduct(
  cluster: string,
  port = 0,
  template: Template = demonstration,
  settings: Readonly<Record<string, string>> = {},
  url?: string,
): Promise<RunningProduct> {
  const databaseUrl = await copyTemplate(cluster, template, url);
  let running = await launch(port);

  async function launch(at: number | string) {
    return launchServer({
      PORT: String(at),
      DATABASE_URL: databaseUrl,
      RATE_LIMIT: 'off',
      LOG_LEVEL: 'warn',
      DEMO: 'off',
      ...settings,
    });
  }
  return {
    address: running.address,
    databaseUrl,
    stop: () => ended(running.process),
    async startAgain() {
      running = await launch(new URL(running.address).port);
    },
    async remove() {
      await ended(running.process);
      await dropDatabase(databaseUrl);
    },
  };
}
