import { crc32, deflateSync } from 'node:zlib';
import type { Frame, Page } from 'playwright-core';

/* A basemap of the operator: a PMTiles file of one colour, which a page is told of and gets. */

const colour = [200, 30, 160] as const;

/** Gives a page a basemap where it loads an address, as the server does where the operator has set a file. @param attribution its source */
export async function giveBasemap(page: Page, address: string, attribution: string): Promise<void> {
  await page.route(address, async (route) => {
    const response = await route.fetch();
    const mark = '<meta name="basemap" content="/basemap/operator.pmtiles" /></head>';
    await route.fulfill({ response, body: (await response.text()).replace('</head>', mark) });
  });
  const archive = pmtiles(png(colour), { attribution });
  await page.route('**/basemap/operator.pmtiles', (route) => {
    const [, from = 0, to = 0] = /bytes=(\d+)-(\d+)/.exec(route.request().headers()['range'] ?? '')!.map(Number);
    const body = archive.subarray(from, to + 1);
    const range = `bytes ${from}-${from + body.length - 1}/${archive.length}`;
    return route.fulfill({ status: 206, body, headers: { 'content-range': range } });
  });
}

/** Share of pixels of its colour in a part of the map in the west, where our lines are few. */
export async function shareOfBasemap(page: Page, shown: Page | Frame): Promise<number> {
  const box = await shown.locator('canvas.maplibregl-canvas').first().boundingBox();
  if (box === null) throw new Error('No map');
  const clip = { x: box.x + box.width * 0.1, y: box.y + box.height * 0.5, width: 60, height: 60 };
  const picture = (await page.screenshot({ clip })).toString('base64');
  const pixels = await page.evaluate(async (content) => {
    const image = new Image();
    image.src = `data:image/png;base64,${content}`;
    await image.decode();
    const context = document.createElement('canvas').getContext('2d');
    context?.drawImage(image, 0, 0, 60, 60);
    return [...(context?.getImageData(0, 0, 60, 60).data ?? [])];
  }, picture);
  const isOfColour = (at: number) => colour.every((part, channel) => Math.abs((pixels[at * 4 + channel] ?? 0) - part) <= 3);
  return Array.from({ length: pixels.length / 4 }, (_, at) => isOfColour(at)).filter(Boolean).length / 3600;
}

/** A PMTiles archive of version 3 with one PNG tile of the whole earth and nothing compressed. */
function pmtiles(tile: Buffer, metadata: object): Buffer {
  const said = Buffer.from(JSON.stringify(metadata));
  const length = [(tile.length & 0x7f) | 0x80, tile.length >> 7];
  // One entry: the first tile, once, so long, at the start.
  const directory = Buffer.from([1, 0, 1, ...length, 1]);
  const header = Buffer.alloc(127);
  header.write('PMTiles\u0003', 'latin1');
  const starts = [
    127,
    directory.length,
    127 + directory.length,
    said.length,
    0,
    0,
    127 + directory.length + said.length,
    tile.length,
    1,
    1,
    1,
  ];
  for (const [at, value] of starts.entries()) header.writeBigUInt64LE(BigInt(value), 8 + 8 * at);
  // Clustered, nothing compressed, PNG, zoom 0 alone.
  header.set([1, 1, 1, 2, 0, 0], 96);
  return Buffer.concat([header, directory, said, tile]);
}

/** A picture of one colour, 256 pixels wide and high. */
function png(rgb: readonly number[]): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const content = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length);
    ends.writeUInt32BE(crc32(content), 4);
    return Buffer.concat([ends.subarray(0, 4), content, ends.subarray(4)]);
  };
  const size = Buffer.alloc(13);
  size.writeUInt32BE(256);
  size.writeUInt32BE(256, 4);
  size.set([8, 2], 8);
  const line = Buffer.from([0, ...Array.from({ length: 256 }, () => rgb).flat()]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: 256 }, () => line)));
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([mark, chunk('IHDR', size), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}
