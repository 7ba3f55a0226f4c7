import { type Static, Type } from 'typebox';
import type { TileCell, TileIncident } from '@monitor/domain';
import type { tileLayers } from './tile-format.ts';

/** Properties of a feature of the layer `cells`: several incidents of one location drawn as one circle at or near their mean position. */
export type CellProperties = TileCell['properties'];

/** Properties of a feature of the layer `incidents`: one incident, at its public point. */
export type IncidentPointProperties = TileIncident['properties'];

/** The properties of the features of each layer, in words. */
export const tileFields: {
  readonly [tileLayers.cells]: Readonly<Record<keyof CellProperties, string>>;
  readonly [tileLayers.incidents]: Readonly<Record<keyof IncidentPointProperties, string>>;
} = {
  cells: {
    country: 'Code of the location.',
    count: 'Number of incidents.',
    killed: 'Number of people killed, as far as reported.',
    injured: 'Number of people injured, as far as reported.',
    killedNotReported: 'Number of incidents that do not report how many people were killed.',
    injuredNotReported: 'Number of incidents that do not report how many people were injured.',
    amount: 'What the requested measure counts. Not included if it counts incidents.',
    amountNotReported: 'Number of incidents that do not report the amount. Not included if the measure counts incidents.',
    types: 'Incidents by type, as type:count pairs with commas between them.',
    amounts: 'The amount by type, in the same way. Not included if the measure counts incidents.',
    bounds: 'Box around the incidents: west,south,east,north in degrees.',
  },
  incidents: {
    id: 'Permanent public identifier.',
    type: 'Incident type.',
    killed: 'Number of people killed, 0 if not reported.',
    injured: 'Number of people injured, 0 if not reported.',
    killedNotReported: '1 if the number of people killed is not reported, otherwise 0.',
    injuredNotReported: '1 if the number of people injured is not reported, otherwise 0.',
    amount: 'What the requested measure counts. Not included if it counts incidents.',
    amountNotReported: '1 if the amount is not reported, otherwise 0. Not included if the measure counts incidents.',
    occurred_on: 'Day of the incident, or its first day.',
  },
};

/** A description of the tiles in TileJSON 3.0 (https://github.com/mapbox/tilejson-spec). */
export const TileJson = Type.Object(
  {
    tilejson: Type.Literal('3.0.0'),
    name: Type.String(),
    description: Type.String(),
    version: Type.String({ description: 'Dataset version as the last of three numbers.' }),
    attribution: Type.String({ description: 'In HTML.' }),
    scheme: Type.Literal('xyz'),
    tiles: Type.Array(Type.String(), { description: 'Addresses of the tiles, with `{z}`, `{x}` and `{y}`.' }),
    minzoom: Type.Integer(),
    maxzoom: Type.Integer(),
    bounds: Type.Array(Type.Number(), { minItems: 4, maxItems: 4, description: 'West, south, east, north in degrees.' }),
    vector_layers: Type.Array(
      Type.Object({ id: Type.String(), description: Type.String(), fields: Type.Record(Type.String(), Type.String()) }),
    ),
  },
  { $id: 'TileJson' },
);
export type TileJson = Static<typeof TileJson>;
