import type { IncidentExport } from '@monitor/contract';
import type { Download } from '../src/format-writer.ts';
import { minimalRecord } from '../../domain/testing/made-up-drafts.ts';
import { incidentNames } from '../src/incident-names.ts';

const dataset = {
  slug: 'demo',
  title: 'Demo',
  licence: 'CC0-1.0',
  licence_url: null,
  attribution: 'Nobody',
  url: null,
  synthetic: true,
  killed_includes_suicides: false,
  covers: null,
};

const incident: IncidentExport = {
  ...minimalRecord,
  id: 'AV-1',
  dataset: 'demo',
  source_key: null,
  weapons: [],
  sources: [],
  people: [],
  weapon_details: [],
  source_details: [],
};

/** A download of incidents that differ from one of Serbia in what is given, a portion each. */
export function madeUpDownload(...changes: readonly Partial<IncidentExport>[]): Download {
  return {
    incidents: portions(changes),
    table: () => none(),
    total: changes.length,
    names: incidentNames([dataset], 'https://monitor.example'),
    about: {
      notes: [],
      publisher: 'Test',
      origin: 'https://monitor.example',
      selection: { filter: { country: ['RS'] } },
      datasetVersion: 7,
      downloadedOn: '2026-11-27',
      datasets: [dataset],
    },
    options: {},
  };
}

async function* portions(changes: readonly Partial<IncidentExport>[]) {
  for (const change of changes) yield [{ ...incident, ...change }];
}

async function* none() {}
