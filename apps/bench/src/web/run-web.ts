import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { count, decimals, kilobytes, milliseconds, type Report, type Row, type Table } from '../report.ts';
import { type BenchContext, makeTemporaryFolder } from '../setting/cleanup.ts';
import { OwnProduct } from '../setting/own-product.ts';
import { hostFolder } from './host-folder.ts';
import { type DragMeasurement, measureDrag } from './measure-drag.ts';
import { type LoadMeasurement, type MeasuredPage, measureLoad } from './measure-load.ts';
import { desktop, phone } from './profiles.ts';

const profiles = [phone, desktop];
const pages: readonly MeasuredPage[] = [
  { path: '/', ready: 'svg[data-rate-map]' },
  { path: '/explore', ready: 'canvas.maplibregl-canvas' },
  { path: '/trends', ready: 'main svg.recharts-surface' },
  { path: '/places', ready: 'main h1' },
  { path: '/places/RS', ready: 'svg[data-rate-map]' },
  { path: '/signals', ready: 'main h1' },
  { path: '/indicators', ready: 'main h1' },
  { path: '/report', ready: 'main h1' },
];
const visits = pages.flatMap((page) => profiles.map((profile) => ({ page, profile })));

/** WebGL on the processor, and nothing that uses the network. */
const browserArguments = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-gpu-compositing',
];

/**
 * How fast the first pages load and the timeline is dragged, in a real browser. First visits are medians of three; the drag is on the
 * desktop, with the map there.
 * @param addresses running servers to measure one after the other; where empty, the built product with the demonstration data, and the site
 * that it publishes
 */
export async function runWeb(addresses: readonly string[], context: BenchContext): Promise<Report> {
  const servers =
    addresses.length > 0 ? addresses.map((address): [string, string] => [address, address]) : await startDemonstration(context);
  const [loads, drags]: [Table[], Map<string, Row>] = [[], new Map()];
  for (const [name, address] of servers) {
    // A new browser for each, so that none benefits from what another has warmed up.
    const browser = await launch();
    const close = context.cleanup.add(() => browser.close());
    loads.push({ title: `First visits: ${name}`, rows: await measureVisits(browser, address, context) });
    context.tell(`Dragging the timeline of ${address}`);
    const drag = await measureDrag(browser, address, desktop);
    for (const [figure, text] of dragLines) drags.set(figure, { ...(drags.get(figure) ?? { figure }), [name]: text(drag) });
    await close();
  }
  const means = profiles.map(({ name, says }) => ({ profile: name, means: says }));
  return { tables: [{ rows: means }, ...loads, { title: 'The timeline is dragged for five seconds', rows: [...drags.values()] }] };
}

async function measureVisits(browser: Browser, address: string, { tell, signal }: BenchContext): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { page, profile } of visits) {
    tell(`First visits of ${address}${page.path} with a ${profile.name}`);
    signal.throwIfAborted();
    const load = await measureLoad(browser, address, page, profile);
    const figures = loadColumns.map(([name, text]) => [name, text(load)] as const);
    rows.push({ page: `\`${page.path}\` with a ${profile.name}`, ...Object.fromEntries(figures) });
  }
  return rows;
}

/** The demonstration behind a server, and as a site of files. */
async function startDemonstration(context: BenchContext): Promise<[name: string, address: string][]> {
  context.tell('The product with the demonstration data');
  const [data, site] = [await makeTemporaryFolder(context.cleanup), await makeTemporaryFolder(context.cleanup)];
  const product = new OwnProduct(data.path, context, { DEMO: 'on' });
  await product.start();
  context.tell('Publishing it');
  await product.command('publish', site.path).says(/has the site/, context.signal);
  return [
    ['server', product.address],
    ['site', await hostFolder(site.path, context)],
  ];
}

function launch(): Promise<Browser> {
  const places = [process.env.CHROME_PATH ?? '', '/usr/bin/chromium', '/usr/bin/google-chrome', chromium.executablePath()];
  const executablePath = places.find((path) => path !== '' && existsSync(path));
  if (executablePath === undefined) throw new Error('No Chromium or Chrome found. Set CHROME_PATH.');
  return chromium.launch({ executablePath, args: browserArguments });
}

const loadColumns: readonly (readonly [name: string, text: (load: LoadMeasurement) => string])[] = [
  ['first figures', ({ firstFigure }) => (firstFigure === 0 ? '–' : milliseconds(firstFigure))],
  ['largest contentful paint', ({ largestPaint }) => milliseconds(largestPaint)],
  ['cumulative layout shift', ({ shift }) => shift.toFixed(3)],
  ['JavaScript named by the page', ({ scripts }) => kilobytes(scripts)],
  ['requests until it rests', ({ requests }) => count(requests)],
  ['bytes', ({ bytes }) => kilobytes(bytes)],
];

const dragLines: readonly (readonly [name: string, text: (drag: DragMeasurement) => string])[] = [
  ['frames a second', ({ frames }) => decimals(frames)],
  ['95 of 100 frames within', ({ frame95 }) => milliseconds(frame95)],
  ['longest frame', ({ longestFrame }) => milliseconds(longestFrame)],
  ['changes of the figures a second', ({ figures }) => decimals(figures)],
  ['requests in 5 s', ({ requests }) => count(requests)],
  ['of them for tiles', ({ tiles }) => count(tiles)],
  ['most in flight', ({ mostInFlight }) => count(mostInFlight)],
  ['layout shift', ({ shift }) => shift.toFixed(3)],
  ['pixels that the timeline jumped', ({ jumps }) => count(jumps)],
];
