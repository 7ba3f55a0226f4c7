import { count } from '../report.ts';
import type { Operation } from './operation.ts';
import type { Step } from './walk.ts';

/** What is done with `compose.scale.yml`, once the image is built. */
export function scaledStepsOf(operation: Operation): readonly Step[] {
  const { stack, address } = operation;

  async function psql(service: string, statement: string): Promise<string> {
    const words = ['psql', '--username=monitor', '--dbname=monitor', '--no-align', '--tuples-only', `--command=${statement}`];
    return stack.compose('exec', '-T', service, ...words);
  }

  return [
    {
      name: 'Start the scaled compose file',
      async run() {
        await operation.clear();
        stack.files = ['docker-compose.yml', 'compose.scale.yml'];
        // A port for each server.
        const [host, port] = stack.environment.OPERATOR_ADDRESS!.split(':');
        stack.environment = { ...stack.environment, DEMO: 'off', OPERATOR_ADDRESS: `${host}:${port}-${Number(port) + 1}` };
        await stack.compose('build', 'database');
        await operation.start();
        await operation.importFile();
        await operation.must('The replica does not follow', async () => {
          const copied = await psql('replica', 'select count(*) from incidents where pg_is_in_recovery()');
          return Number(copied) === operation.expected;
        });
        return 'two servers; the replica has all incidents';
      },
    },
    {
      name: 'Ask the shared cache',
      async run() {
        const url = `${address}/api/v1/summary?type=other`;
        await operation.must('The cache does not keep an answer', async () => (await fetch(url)).headers.has('age'));
        return 'answers are kept';
      },
    },
    {
      name: 'Kill one of two servers',
      async run() {
        let killed: Promise<number> | undefined;
        let lost = 0;
        let asked = 0;
        const begun = performance.now();
        const client = async () => {
          while (performance.now() - begun < 6000) {
            if (performance.now() - begun > 2000) killed ??= operation.kill('app');
            asked += 1;
            // Each unlike those before, since the cache would answer.
            const answer = await fetch(`${address}/api/v1/incidents?limit=${1 + (asked % 500)}`).catch(() => undefined);
            if (answer?.status !== 200) lost += 1;
            await answer?.arrayBuffer();
          }
        };
        await Promise.all([client(), client(), client(), client()]);
        await killed;
        if (lost > 0) throw new Error(`${count(lost)} of ${count(asked)} requests were lost.`);
        return `none of ${count(asked)} requests was lost`;
      },
    },
    {
      name: 'Lose the database',
      async run() {
        await stack.compose('stop', 'database');
        await operation.must(
          'The replica does not take over',
          async () => (await psql('replica', 'select pg_is_in_recovery()')) === 'f',
        );
        await operation.servesAll();
        await operation.verify();
        return 'all incidents, verified';
      },
    },
  ];
}
