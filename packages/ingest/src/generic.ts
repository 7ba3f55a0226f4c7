/** Files of any columns, by a mapping that names them. Apart from the rest, since only they need YAML and schemas. */
export { genericFormat } from './generic/generic-format.ts';
export { type Mapping } from './generic/mapping-schema.ts';
export { refuseUnknownDataset, refuseUnknownRows } from './generic/not-yet-known.ts';
export { loadMapping, readMapping } from './generic/read-mapping.ts';
