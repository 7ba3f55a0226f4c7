import { siteFocus } from '@monitor/geography';
import type { DatasetRow } from '@monitor/store';
import {
  catalogDescription,
  type Described,
  descriptionOf,
  downloadAddress,
  downloadFormats,
  keywords,
  kindOfContact,
  pageAddress,
} from './described.ts';

const context = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  geo: 'http://www.opengis.net/ont/geosparql#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** Controlled lists of the Publications Office of the European Union, which DCAT-AP asks for. */
const authority = 'http://publications.europa.eu/resource/authority';
const fileTypes: Readonly<Record<string, string>> = {
  'text/csv': 'CSV',
  'application/geo+json': 'GEOJSON',
  'application/geopackage+sqlite3': 'GPKG',
  'application/json': 'JSON',
  'application/x-ndjson': 'JSON',
  'application/zip': 'ZIP',
  'application/vnd.apache.parquet': 'PARQUET',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
};

const english = (text: string) => ({ '@value': text, '@language': 'en' });
const reference = (address: string) => ({ '@id': address });
const typed = (type: string, value: string) => ({ '@type': type, '@value': value });

/** The catalogue of all datasets by DCAT-AP 3.0 (https://semiceu.github.io/DCAT-AP/releases/3.0.0/), in JSON-LD. */
export function dcatCatalog(described: Described): object {
  const { origin, datasets, settings } = described;
  const catalog = `${origin}/catalog.jsonld`;
  const services = [
    service(
      described,
      'ogc',
      'OGC API – Features',
      'http://www.opengis.net/def/interface/ogcapi-features',
      `${origin}/ogc`,
      `${origin}/ogc/api`,
    ),
    service(described, 'api', 'API', undefined, `${origin}/api/v1`, `${origin}/api/openapi.json`),
  ];
  return {
    '@context': context,
    '@id': catalog,
    '@type': 'dcat:Catalog',
    'dct:title': english(siteFocus().title),
    'dct:description': english(catalogDescription()),
    'dct:publisher': publisher(settings),
    'dct:language': reference(`${authority}/language/ENG`),
    'foaf:homepage': { '@id': `${origin}/`, '@type': 'foaf:Document' },
    'dcat:themeTaxonomy': reference(`${authority}/data-theme`),
    'dcat:service': services,
    'dcat:dataset': datasets.map((dataset) => datasetOf(dataset, described)),
  };
}

function publisher({ publisher: name }: Described['settings']): object {
  return { '@type': 'foaf:Agent', 'foaf:name': english(name) };
}

function contactPoint({ contact, publisher: name }: Described['settings']): object {
  if (contact === undefined) return {};
  const kind = kindOfContact(contact);
  const way = {
    email: { 'vcard:hasEmail': reference(`mailto:${contact}`) },
    address: { 'vcard:hasURL': reference(contact) },
    words: { 'vcard:note': english(contact) },
  }[kind];
  return { 'dcat:contactPoint': { '@type': 'vcard:Kind', 'vcard:fn': name, ...way } };
}

function service(
  { origin, datasets }: Described,
  name: string,
  title: string,
  standard: string | undefined,
  endpoint: string,
  description: string,
): object {
  return {
    '@id': `${origin}/catalog.jsonld#${name}`,
    '@type': 'dcat:DataService',
    'dct:title': english(title),
    'dcat:endpointURL': reference(endpoint),
    'dcat:endpointDescription': reference(description),
    ...(standard !== undefined && { 'dct:conformsTo': { '@id': standard, '@type': 'dct:Standard' } }),
    'dcat:servesDataset': datasets.map(({ slug }) => reference(datasetAddress(origin, slug))),
  };
}

function datasetAddress(origin: string, slug: string): string {
  return `${origin}/ogc/collections/${slug}`;
}

function datasetOf(dataset: DatasetRow, described: Described): object {
  const { slug, title, attribution, url, from, to, bbox, updated_at } = dataset;
  const { origin, settings, datasetVersion } = described;
  return {
    '@id': datasetAddress(origin, slug),
    '@type': 'dcat:Dataset',
    'dct:title': english(title),
    'dct:description': english(descriptionOf(dataset)),
    'dct:identifier': slug,
    'dct:publisher': publisher(settings),
    ...contactPoint(settings),
    'dct:creator': { '@type': 'foaf:Agent', 'foaf:name': attribution },
    'dcat:keyword': keywords().map(english),
    'dcat:theme': reference(`${authority}/data-theme/JUST`),
    'dct:accessRights': reference(`${authority}/access-right/PUBLIC`),
    'dcat:landingPage': { '@id': pageAddress(origin, slug), '@type': 'foaf:Document' },
    'dcat:version': String(datasetVersion),
    ...(url !== null && { 'dct:source': reference(url) }),
    ...(updated_at !== null && { 'dct:modified': typed('xsd:dateTime', updated_at) }),
    ...(from !== null &&
      to !== null && {
        'dct:temporal': {
          '@type': 'dct:PeriodOfTime',
          'dcat:startDate': typed('xsd:date', from),
          'dcat:endDate': typed('xsd:date', to),
        },
      }),
    ...(bbox !== null && { 'dct:spatial': { '@type': 'dct:Location', 'dcat:bbox': typed('geo:wktLiteral', boxText(bbox)) } }),
    'dcat:distribution': [
      ...downloadFormats.map((format) =>
        distribution(dataset, format.label, format.mediaType, downloadAddress(origin, format, slug), {
          'dcat:downloadURL': reference(downloadAddress(origin, format, slug)),
        }),
      ),
      distribution(dataset, 'OGC API – Features', 'application/geo+json', `${datasetAddress(origin, slug)}/items`, {
        'dcat:accessService': reference(`${origin}/catalog.jsonld#ogc`),
      }),
    ],
  };
}

function distribution(
  { licence, licence_url }: DatasetRow,
  label: string,
  mediaType: string,
  address: string,
  more: object,
): object {
  const fileType = fileTypes[mediaType];
  return {
    '@type': 'dcat:Distribution',
    'dct:title': english(label),
    'dcat:accessURL': reference(address),
    ...more,
    'dcat:mediaType': reference(`https://www.iana.org/assignments/media-types/${mediaType}`),
    ...(fileType !== undefined && { 'dct:format': reference(`${authority}/file-type/${fileType}`) }),
    'dct:license': { ...(licence_url !== null && { '@id': licence_url }), '@type': 'dct:LicenseDocument', 'rdfs:label': licence },
    'adms:status': reference(`${authority}/distribution-status/COMPLETED`),
  };
}

function boxText([west, south, east, north]: readonly number[]): string {
  return `POLYGON((${[
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
    .map((corner) => corner.join(' '))
    .join(',')}))`;
}
