import { mkdir, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { regionIndex } from '../dist/gazetteer/region-index.js';
import { jurisdictions, population, regions } from '../dist/index.js';
import { atlas } from './atlas.mjs';
import { basemap } from './basemap.mjs';
import { placeLabels, regionLabels } from './basemap-names.mjs';
import { simplifyForMap } from './map-detail.mjs';
import { asTable, gazetteerEntries, regionByCodes } from './places.mjs';
import { regionNames } from './region-names.mjs';
import { regionNeighbours } from './region-neighbours.mjs';
import { regionOutlines } from './region-outlines.mjs';
import { installSources, readAdministrativeUnits, readSettlements } from './sources.mjs';
import { topologyOfUnits } from './topology.mjs';
import { jurisdictionOfUnit, regionOfUnit } from './unit-codes.mjs';

/** Rebuilds everything in `data/`: `npx pnpm@12.4.2 --filter @monitor/geography build:data`. */

const data = new URL('../data/', import.meta.url);
const codes = new Set(jurisdictions.map(({ code }) => code));
const withRegions = new Set(regions.map(({ jurisdiction }) => jurisdiction));
/** Those with a population figure here: the monitored places and their nearest neighbours. */
const regional = new Set([...codes].filter((code) => population(code, 2024) !== undefined));

const kilobytes = (length) => `${Math.round(length / 1024)} KB`;

async function write(name, content) {
  await writeFile(new URL(name, data), content);
  const compressed = name.endsWith('.gz') ? content.length : gzipSync(content).length;
  console.log(`${name.padEnd(28)} ${kilobytes(content.length)}, ${kilobytes(compressed)} gzipped`);
}

/** JSON with a line for each entry, so that a change can be read. */
const asLines = (entries) =>
  `{\n${Object.entries(entries)
    .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    .join(',\n')}\n}\n`;

async function buildMap(detailed) {
  const layers = basemap(simplifyForMap(detailed), jurisdictions, regions);
  for (const [layer, content] of Object.entries(layers)) await write(`basemap-${layer}.json`, JSON.stringify(content));
  await write('basemap-region-labels.json', JSON.stringify(regionLabels(layers.regions.features)));
  await write('atlas.json', JSON.stringify(atlas(layers)));
}

async function buildGazetteer(detailed, features) {
  const outlines = regionOutlines(detailed);
  await write('region-outlines.json.gz', gzipSync(JSON.stringify(outlines), { level: 9 }));
  await write('region-neighbours.json', asLines(regionNeighbours(outlines)));

  const units = features.map(({ properties }) => {
    const jurisdiction = jurisdictionOfUnit(properties);
    const region = withRegions.has(jurisdiction) ? regionOfUnit(properties) : null;
    return { jurisdiction, region, geonames: properties.gn_a1_code, properties };
  });
  await write('region-names.json', `${JSON.stringify(regionNames(units, regions), null, 1)}\n`);

  const settlements = (await readSettlements()).filter(({ jurisdiction }) => codes.has(jurisdiction));
  const { regionAt } = regionIndex(outlines);
  const entries = gazetteerEntries(settlements, { regional, withRegions, regionOf: regionByCodes(units), regionAt });
  report(entries, regionAt);
  const groups = {
    region: entries.filter(({ jurisdiction }) => regional.has(jurisdiction)),
    neighbours: entries.filter(({ jurisdiction }) => !regional.has(jurisdiction) && jurisdiction !== 'US'),
    us: entries.filter(({ jurisdiction }) => jurisdiction === 'US'),
  };
  const monitored = new Set(jurisdictions.filter((entry) => entry.monitored).map(({ code }) => code));
  await write('basemap-places.json', JSON.stringify(placeLabels(entries, { monitored, regional })));
  for (const [group, rows] of Object.entries(groups)) await write(`places-${group}.tsv.gz`, gzipSync(asTable(rows), { level: 9 }));
}

/** What a person should look at after a new build: names left in Latin letters, regions by code that the polygons contradict. */
function report(entries, regionAt) {
  for (const code of regional) {
    const own = entries.filter((entry) => entry.jurisdiction === code);
    const contradicted = own.filter(({ lon, lat, region }) => regionAt(lon, lat, code) !== region).length;
    const romanised = ['BG', 'BY', 'MK', 'UA'].includes(code) ? own.filter(({ name }) => /\p{Script=Latin}/u.test(name)).length : 0;
    console.log(`${code}: ${own.length} places, ${contradicted} outside their region's outline, ${romanised} without a local name`);
  }
}

await mkdir(data, { recursive: true });
installSources();
const features = await readAdministrativeUnits();
const detailed = topologyOfUnits(features, withRegions);
await buildMap(detailed);
await buildGazetteer(detailed, features);
