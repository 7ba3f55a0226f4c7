import { buffer } from 'node:stream/consumers';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { dataPackageProfile } from '../testing/data-package-profile.ts';
import { madeUpDownload } from '../testing/made-up-download.ts';
import { readZip } from './read-zip.ts';
import { writeZip } from './write-zip.ts';

const ajv = new Ajv({ allErrors: true, strictRequired: false });

/** The licences in the descriptor of a package whose datasets have these, after a look at all of it. */
async function describedLicences(...licences: readonly { readonly licence: string; readonly licence_url?: string }[]) {
  const download = madeUpDownload({});
  const [dataset] = download.about.datasets;
  const datasets = licences.map((licence) => ({ ...dataset!, ...licence }));
  const archive = await buffer(writeZip({ ...download, about: { ...download.about, datasets } }));
  const descriptor = JSON.parse(new TextDecoder().decode((await readZip(archive)).get('datapackage.json'))) as {
    licenses?: unknown[];
  };
  ajv.validate(dataPackageProfile, descriptor);
  expect(ajv.errors ?? []).toEqual([]);
  return descriptor.licenses;
}

test('a package is described as its profile asks, whatever its licences are called', async () => {
  const terms = 'https://publisher.example/terms';
  expect(
    await describedLicences(
      { licence: 'CC-BY-4.0', licence_url: terms },
      { licence: 'CC0-1.0' },
      { licence: 'CC BY 4.0 (with changes)', licence_url: terms },
      { licence: 'Credit to the archive' },
    ),
  ).toEqual([
    { name: 'CC-BY-4.0', title: 'CC-BY-4.0', path: terms },
    { name: 'CC0-1.0', title: 'CC0-1.0' },
    { title: 'CC BY 4.0 (with changes)', path: terms },
    { title: 'Credit to the archive', path: 'README.txt' },
  ]);
  expect(await describedLicences()).toBeUndefined();
});
