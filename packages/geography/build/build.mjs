import { mkdir, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { regionIndex } from '../dist/gazetteer/region-index.js';
import { readFocus, usualFocus } from '../dist/read-focus.js';
import { atlas } from '../dist/atlas.js';
import { drawnJurisdictions, drawnRegions as regions, jurisdictions } from '../dist/index.js';
import { basemap, listedWith } from './basemap.mjs';
import { placeLabels, regionLabels } from './basemap-names.mjs';
import { simplifyForMap } from './map-detail.mjs';
import { asTable, gazetteerEntries, regionByCodes } from './places.mjs';
import { regionNames } from './region-names.mjs';
import { regionNeighbours } from './region-neighbours.mjs';
import { regionOutlines } from './region-outlines.mjs';
import { installSources, readAdministrativeUnits, readSettlements } from './sources.mjs';
import { topologyOfUnits } from './topology.mjs';
import { isoRegionOf, jurisdictionOfUnit, regionOfUnit } from './unit-codes.mjs';
import { worldFiles } from './world.mjs';

/** Rebuilds everything in `data/`: `npx pnpm@12.4.2 --filter @monitor/geography build:data`. */

const data = new URL('../data/', import.meta.url);
const codes = new Set(jurisdictions.map(({ code }) => code));
const withRegions = new Set(regions.map(({ jurisdiction }) => jurisdiction));
/** The usual focus and its nearest neighbours, whose names and regions are printed as they are called there. */
const regional = new Set([...withRegions].filter((code) => code !== 'US'));
const usual = new Set(readFocus(usualFocus).locations);
const names = new Map(regions.map(({ code, name }) => [code, name]));

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
  const layers = basemap(simplifyForMap(detailed), drawnJurisdictions, regions, usual);
  for (const [layer, content] of Object.entries(layers)) await write(`basemap-${layer}.json`, JSON.stringify(content));
  await write('basemap-region-labels.json', JSON.stringify(regionLabels(layers.regions.features)));
  await write('atlas.json', JSON.stringify(atlas(layers, listedWith(drawnJurisdictions))));
}

async function buildGazetteer(detailed, units) {
  const outlines = regionOutlines(detailed, regional);
  await write('region-outlines.json.gz', gzipSync(JSON.stringify(outlines), { level: 9 }));
  await write('region-neighbours.json', asLines(regionNeighbours(regionOutlines(detailed, withRegions))));
  await write('region-names.json', `${JSON.stringify(regionNames(units, regions), null, 1)}\n`);

  const fileOf = worldFiles(detailed, units, (code) => names.get(code));
  const elsewhere = new Map([...codes].filter((code) => !regional.has(code)).map((code) => [code, fileOf(code)]));
  const indexes = new Map(
    [...elsewhere].map(([code, file]) => [code, file.regions.length > 0 && file.outlines && regionIndex(file.outlines)]),
  );
  const home = regionIndex(outlines);
  const regionAt = (lon, lat, code) => (indexes.get(code) || home).regionAt(lon, lat, code);

  const settlements = (await readSettlements()).filter(({ jurisdiction }) => codes.has(jurisdiction));
  const regionOf = regionByCodes(units);
  const ofLocations = new Map([...codes].map((code) => [code, []]));
  for (const settlement of settlements) ofLocations.get(settlement.jurisdiction).push(settlement);
  const options = {
    regional,
    regionOf,
    regionAt,
    withRegions: new Set([...codes].filter((code) => regional.has(code) || indexes.get(code))),
  };
  const entries = new Map([...ofLocations].map(([code, own]) => [code, gazetteerEntries(own, options)]));
  const all = [...entries.values()].flat().toSorted((one, other) => one.id - other.id);
  report(all, regionAt);
  const drawn = new Set(drawnJurisdictions.map(({ code }) => code));
  await write(
    'basemap-places.json',
    JSON.stringify(
      placeLabels(
        all.filter(({ jurisdiction }) => drawn.has(jurisdiction)),
        { usual, regional },
      ),
    ),
  );
  await write('places.tsv.gz', gzipSync(asTable(all.filter(({ jurisdiction }) => regional.has(jurisdiction))), { level: 9 }));

  await mkdir(new URL('world/', data), { recursive: true });
  for (const [code, file] of elsewhere) {
    const content = gzipSync(JSON.stringify({ ...file, places: asTable(entries.get(code)) }), { level: 9 });
    await write(`world/${code}.json.gz`, content);
  }
  await write(
    'world-regions.tsv',
    [...elsewhere.values()].flatMap((file) => file.regions.map(([code, name]) => `${code}\t${name}\n`)).join(''),
  );
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
const units = features.map(({ geometry, properties }) => {
  const jurisdiction = jurisdictionOfUnit(properties);
  const region = withRegions.has(jurisdiction) ? regionOfUnit(properties) : null;
  const isoRegion = regional.has(jurisdiction) ? undefined : (region ?? isoRegionOf(properties, jurisdiction));
  return { geometry, jurisdiction, region, isoRegion, geonames: properties.gn_a1_code, properties };
});
const detailed = topologyOfUnits(units);
await buildMap(detailed);
await buildGazetteer(detailed, units);
