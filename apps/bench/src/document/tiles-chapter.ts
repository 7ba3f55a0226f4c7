import { engineNames } from '../engines/engine-names.ts';
import { ratios, type Results, type SizeResult } from '../results.ts';
import { wholeRegionZoom } from '../sections/measure-tiles.ts';
import { type Chapter, count, kilobytes, medianAndSlow, type Table, times } from './table.ts';

const names = [engineNames.cube, engineNames.store, engineNames.postgisPoints, engineNames.postgisCells] as const;

/** Map tiles by zoom, filter and engine. */
export function tilesChapter({ sizes }: Results): Chapter | undefined {
  const measured = sizes.filter(({ tiles }) => tiles.length > 0);
  if (measured.length === 0) return undefined;
  const postgis = measured.some(({ tiles }) => tiles.some(({ timings }) => timings[engineNames.postgisPoints]));
  return {
    title: 'Map tiles',
    blocks: [
      `The fullest tile of each zoom as a vector tile, from the filter to the encoded bytes. At zoom ${wholeRegionZoom}, one tile covers the whole region.
No answers are cached. **${engineNames.postgisPoints}** is \`ST_AsMVT\` with each incident as a feature, which is what Martin and pg_tileserv run by default.
**${engineNames.postgisCells}** groups incidents in PostGIS as the product's cells do.${postgis ? '' : ' PostGIS was not measured in this run (`POSTGIS_URL`).'}
Times are medians, with 95th percentiles in brackets. Sizes are gzipped. × is how many times longer than the cube.`,
      ...measured.flatMap((size) => [`### ${count(size.rows)} incidents`, tilesTable(size)]),
    ],
  };
}

function tilesTable({ tiles }: SizeResult): Table {
  const shown = names.filter((name) => tiles.some(({ timings }) => timings[name]));
  return {
    head: [
      'zoom',
      'filter',
      'incidents',
      ...shown.flatMap((name) => (name === engineNames.cube ? [name, 'size'] : [name, 'size', '×'])),
    ],
    rows: tiles.map((one) => [
      String(one.tile.z),
      one.filterName,
      count(one.incidents),
      ...shown.flatMap((name) => {
        const timing = one.timings[name];
        const cells = [timing ? medianAndSlow(timing) : '', kilobytes(one.gzipped[name] ?? Number.NaN)];
        return name === engineNames.cube ? cells : [...cells, times(ratios([one], name)[0] ?? Number.NaN)];
      }),
    ]),
  };
}
