/** Mappings for files that nobody has described. Apart from the rest, since only they need YAML, schemas and words in many languages. */
export { readSample } from './sketch/read-sample.ts';
export { sketchMapping } from './sketch/sketch-mapping.ts';
export { writeSketch } from './sketch/write-sketch.ts';
