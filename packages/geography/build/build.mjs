import { writeFile, mkdir } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { jurisdictions, regions } from '../dist/index.js';
import { basemap } from './basemap.mjs';
import { simplifyForMap } from './map-detail.mjs';
import { installSources, readAdministrativeUnits } from './sources.mjs';
import { topologyOfUnits } from './topology.mjs';

/** Makes everything in `data/` anew: `npx pnpm@12.4.2 --filter @monitor/geography build:data`. */

const data = new URL('../data/', import.meta.url);

async function write(name, content) {
  await writeFile(new URL(name, data), content);
  const compressed = name.endsWith('.gz') ? content.length : gzipSync(content).length;
  console.log(
    `${name.padEnd(24)} ${(content.length / 1024).toFixed(0).padStart(6)} KB, ${(compressed / 1024).toFixed(0)} KB gzipped`,
  );
}

await mkdir(data, { recursive: true });
installSources();
const detailed = topologyOfUnits(await readAdministrativeUnits(), new Set(regions.map((entry) => entry.jurisdiction)));

const layers = basemap(simplifyForMap(detailed), jurisdictions, regions);
for (const [layer, content] of Object.entries(layers)) await write(`basemap-${layer}.json`, JSON.stringify(content));
