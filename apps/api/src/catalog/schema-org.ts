import { siteFocus } from '@monitor/geography';
import type { DatasetRow } from '@monitor/store';
import {
  type Described,
  descriptionOf,
  downloadAddress,
  downloadFormats,
  keywords,
  kindOfContact,
  pageAddress,
} from './described.ts';

/** The datasets as `Dataset` of schema.org (https://schema.org/Dataset), for search engines. */
export function schemaOrgDatasets(described: Described): object {
  return { '@context': 'https://schema.org', '@graph': described.datasets.map((dataset) => datasetOf(dataset, described)) };
}

function datasetOf(dataset: DatasetRow, { origin, datasetVersion, settings }: Described): object {
  const { slug, title, attribution, licence, licence_url, from, to, bbox, updated_at } = dataset;
  const { publisher, contact } = settings;
  const contactWay =
    contact !== undefined && { email: { email: contact }, address: { url: contact }, words: {} }[kindOfContact(contact)];
  return {
    '@type': 'Dataset',
    '@id': `${origin}/ogc/collections/${slug}`,
    name: title,
    description: descriptionOf(dataset),
    url: pageAddress(origin, slug),
    identifier: slug,
    version: String(datasetVersion),
    keywords: keywords(),
    isAccessibleForFree: true,
    license: licence_url ?? licence,
    creditText: attribution,
    creator: { '@type': 'Organization', name: attribution },
    publisher: { '@type': 'Organization', name: publisher, ...contactWay },
    includedInDataCatalog: { '@type': 'DataCatalog', name: siteFocus().title, url: `${origin}/catalog.jsonld` },
    ...(updated_at !== null && { dateModified: updated_at }),
    ...(from !== null && to !== null && { temporalCoverage: `${from}/${to}` }),
    // South-west and north-east corner, latitude first.
    ...(bbox !== null && {
      spatialCoverage: { '@type': 'Place', geo: { '@type': 'GeoShape', box: `${bbox[1]} ${bbox[0]} ${bbox[3]} ${bbox[2]}` } },
    }),
    distribution: downloadFormats.map((format) => ({
      '@type': 'DataDownload',
      name: format.label,
      encodingFormat: format.mediaType,
      contentUrl: downloadAddress(origin, format, slug),
    })),
  };
}
