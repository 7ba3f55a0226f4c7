import { randomUUID } from 'node:crypto';
import accepts from '@fastify/accepts';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyServerFactory } from 'fastify';
import { knownCodes } from '@monitor/geography';
import { learnTheWorld } from '@monitor/geography/world';
import { countIncidents, readDatasetVersion } from '@monitor/store';
import { type Config, isOwnMachine } from './config.ts';
import { compressAnswers } from './http/compression.ts';
import { allowCrossOrigin } from './http/cross-origin.ts';
import { beginInTurns } from './http/in-turns.ts';
import { lineUpForDatabase } from './http/database-line.ts';
import { noteCosts } from './http/note-costs.ts';
import { serveBasemap } from './http/operator-basemap.ts';
import { serveDocsPage } from './http/docs-page.ts';
import { logSerializers, RequestLog } from './http/logging.ts';
import { measure } from './http/metrics.ts';
import { describeRoutes } from './http/openapi.ts';
import { limitRates, unlimited } from './http/rate-limit.ts';
import { refuseOtherMethods } from './http/read-only.ts';
import { refuseOtherNames } from './http/own-computer.ts';
import { answerErrors, replyWithProblem } from './http/reply-with-problem.ts';
import { answerExpectations, limitAddresses, makeServer, requestLimits } from './http/request-limits.ts';
import { keepToSeenVersion } from './http/seen-version.ts';
import { keepSecurityLog } from './http/security-log.ts';
import { addSecurityHeaders } from './http/security-headers.ts';
import { shareSerializers } from './http/serializers.ts';
import { SharedAnswers } from './http/shared-answers.ts';
import { refuseWhileStopping } from './http/stopping.ts';
import { trustedProxy } from './http/trusted-proxy.ts';
import { serveWebFiles } from './http/web-files.ts';
import { answerOperator } from './operator/answer-operator.ts';
import { watchReadiness } from './readiness.ts';
import { exportIncidents } from './routes/export-incidents.ts';
import { findPlaces } from './routes/find-places.ts';
import { rankSettlements } from './routes/rank-settlements.ts';
import { getBaseLayer } from './routes/get-base-layer.ts';
import { getCatalog } from './routes/get-catalog.ts';
import { getCodebook } from './routes/get-codebook.ts';
import { describeIncidents } from './routes/describe-incidents.ts';
import { getIncident } from './routes/get-incident.ts';
import { getIndicators } from './routes/get-indicators.ts';
import { getMetrics } from './routes/get-metrics.ts';
import { getOpenapi } from './routes/get-openapi.ts';
import { getPacked } from './routes/get-packed.ts';
import { getPages } from './routes/get-page.ts';
import { getPoints } from './routes/get-points.ts';
import { getSecurityText } from './routes/get-security-text.ts';
import { getSignals } from './routes/get-signals.ts';
import { getSummary } from './routes/get-summary.ts';
import { getHexagons } from './routes/get-hexagons.ts';
import { getTile } from './routes/get-tile.ts';
import { getTileJson } from './routes/get-tile-json.ts';
import { health } from './routes/health.ts';
import { listDatasets } from './routes/list-datasets.ts';
import { listIncidents } from './routes/list-incidents.ts';
import { getCollections } from './routes/ogc/get-collections.ts';
import { getDescription } from './routes/ogc/get-description.ts';
import { getItem } from './routes/ogc/get-item.ts';
import { getLandingPage } from './routes/ogc/get-landing-page.ts';
import { listItems } from './routes/ogc/list-items.ts';
import type { Api, Services } from './services.ts';

export interface AppOptions extends Services {
  readonly logLevel: Config['logLevel'];
  /** Where the log is written, line by line; to the standard output if left out. */
  readonly logTo?: { readonly write: (line: string) => void };
  /** Answers that are kept for all who ask the same; some of its own if left out. */
  readonly answers?: SharedAnswers;
  /** Gives what reads requests; a server of its own, which is not listening yet, if left out. */
  readonly serverFactory?: FastifyServerFactory;
  /** Folder of the built web app; it may be missing. */
  readonly webFolder: string;
}

/** The whole server, not yet listening: limits and headers first, then the routes, then the web app for everything else. */
export async function buildApp({
  logLevel,
  logTo,
  webFolder,
  answers = new SharedAnswers(),
  serverFactory = (handler) => makeServer().on('request', handler),
  ...services
}: AppOptions): Promise<Api> {
  learnTheWorld();
  const { cube, database, watch = database, edition, settings } = services;
  const app: Api = Fastify({
    ...requestLimits,
    serverFactory,
    trustProxy: trustedProxy(settings.trustProxy),
    logger: logLevel === 'silent' ? false : { level: logLevel, serializers: logSerializers, ...(logTo && { stream: logTo }) },
    logController: new RequestLog(),
    genReqId: () => randomUUID(),
    frameworkErrors: replyWithProblem,
    return503OnClosing: false,
    schemaController: { compilersFactory: { buildSerializer: shareSerializers } },
  }).withTypeProvider<TypeBoxTypeProvider>();
  // Parameters are read by http/query.ts, which says in words what is allowed; their schemas are documentation.
  app.setValidatorCompiler(() => (value: unknown) => ({ value }));
  app.decorateRequest('filter', null);
  app.decorateRequest('trouble', null);
  app.decorateRequest('served', null);
  app.decorateRequest('seen', undefined);
  app.decorate('edition', edition);
  app.decorate('knownCodes', services.knownCodes ?? knownCodes);

  beginInTurns(app, { except: '/health/' });
  keepSecurityLog(app);
  answerErrors(app, services.databaseTrouble);
  const metrics = measure(app, services, async () => ({
    datasetVersion: await readDatasetVersion(watch, { signal: AbortSignal.timeout(3000) }),
    incidents: cube?.current?.rows ?? (await countIncidents(watch, {}, { signal: AbortSignal.timeout(3000) })),
  }));
  await addSecurityHeaders(app);
  limitAddresses(app);
  answerExpectations(app);
  if (settings.host !== undefined && isOwnMachine(settings.host) && settings.trustProxy === false) refuseOtherNames(app);
  refuseWhileStopping(app);
  await compressAnswers(app);
  if (settings.crossOrigin) await allowCrossOrigin(app);
  refuseOtherMethods(app);
  await describeRoutes(app);
  await app.register(accepts);

  const readiness = watchReadiness(app, services);
  health(app, readiness);
  if (settings.operator === undefined) getMetrics(app, metrics);
  else answerOperator(app, settings.operator, readiness, metrics);
  getSecurityText(app, services);

  let accountOf = unlimited;
  await app.register(async (api: Api) => {
    accountOf = limitRates(api, settings.rateLimit);
    noteCosts(api, accountOf);
    keepToSeenVersion(api, services);
    lineUpForDatabase(api, cube === undefined, services.patience);
    listIncidents(api, services);
    getIncident(api, services);
    exportIncidents(api, services);
    describeIncidents(api, services);
    getSummary(api, services, answers);
    getTile(api, services, answers);
    getTileJson(api, services);
    getHexagons(api, services);
    getPoints(api, services, answers);
    getPacked(api, services);
    getIndicators(api, services, answers);
    getPages(api, services, answers);
    getSignals(api, services, answers);
    getCatalog(api, services);
    getCodebook(api, services);
    listDatasets(api, services);
    getBaseLayer(api, services);
    findPlaces(api, services);
    rankSettlements(api, services);
    getLandingPage(api);
    getDescription(api);
    getCollections(api, services);
    listItems(api, services);
    getItem(api, services);
    getOpenapi(api);
    await serveDocsPage(api);
  });

  if (settings.basemap !== undefined) await serveBasemap(app, settings.basemap);
  await serveWebFiles(app, webFolder, services, accountOf, answers);
  return app;
}
