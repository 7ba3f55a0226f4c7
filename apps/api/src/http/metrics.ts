import type { FastifyInstance } from 'fastify';
import type { CubeSource } from '../cube/cube-source.ts';
import type { Services } from '../services.ts';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** The values of the gauges now. */
export interface DataFigures {
  readonly datasetVersion: number;
  readonly incidents: number;
}

export interface Metrics {
  readonly contentType: string;
  /** The figures of this moment in Prometheus' text format. */
  exposition(): Promise<string>;
}

/** Measures the process and every request of the server. `read` is called at each scrape; when it fails, `monitor_database_up` is 0. */
export function measure(
  app: FastifyInstance,
  { cube, answering }: Pick<Services, 'cube' | 'answering'>,
  read: () => Promise<DataFigures>,
): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from receiving a request to finishing the response.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  const aborted = new Counter({
    name: 'http_requests_aborted_total',
    help: 'Requests whose client disconnected before the response was complete.',
    labelNames: ['route'],
    registers,
  });
  const version = new Gauge({ name: 'monitor_dataset_version', help: 'Version of the published data.', registers });
  const incidents = new Gauge({ name: 'monitor_incidents', help: 'Published incidents.', registers });
  if (cube) measureCube(cube, registry);
  if (answering) {
    gaugeOf(registry, 'monitor_questions_waiting', 'Questions that wait for a thread to answer them.', () => answering.waiting);
    gaugeOf(
      registry,
      'monitor_questions_refused',
      'Questions that were refused since the start, because too many were waiting.',
      () => answering.refused,
    );
  }
  const up = new Gauge({ name: 'monitor_database_up', help: '1 if the database responds, otherwise 0.', registers });

  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  app.addHook('onRequestAbort', async (request) => {
    aborted.inc({ route: request.routeOptions.url ?? 'unknown' });
  });
  return {
    contentType: registry.contentType,
    async exposition() {
      try {
        const figures = await read();
        version.set(figures.datasetVersion);
        incidents.set(figures.incidents);
        up.set(1);
      } catch {
        version.reset();
        incidents.reset();
        up.set(0);
      }
      return registry.metrics();
    },
  };
}

/** A gauge that is read when somebody asks. */
function gaugeOf(registry: Registry, name: string, help: string, read: () => number): void {
  registry.registerMetric(
    new Gauge({
      name,
      help,
      registers: [],
      collect() {
        this.set(read());
      },
    }),
  );
}

/** Version, incidents and memory of the snapshot in memory. */
function measureCube(cube: CubeSource, registry: Registry): void {
  const gauge = (name: string, help: string, read: () => number) => gaugeOf(registry, name, help, read);
  const rows = () => cube.current?.rows ?? 0;
  gauge('monitor_cube_version', 'Dataset version of the snapshot in memory.', () => cube.current?.version ?? 0);
  gauge('monitor_cube_incidents', 'Incidents in the snapshot.', rows);
  gauge('monitor_cube_bytes', 'Bytes of memory used by the snapshot, its totals and its indexes.', () => cube.bytes);
  gauge(
    'monitor_cube_bytes_per_incident',
    'Bytes of memory used per incident in the snapshot.',
    () => cube.bytes / Math.max(1, rows()),
  );
}
