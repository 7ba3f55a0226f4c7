import { feature, meshArcs } from 'topojson-client';
import polylabel from 'polylabel';
import { dissolve } from './topology.mjs';

/**
 * Codes of what the map shows with a border besides the jurisdictions themselves. The rest of the world is one piece of land without
 * a line: its borders are not this product's business.
 */
const neighbours =
  'AD AM AX AZ BE CH CY DE DK DZ EE ES FI FO FR GB GE GG GI IE IM IQ IR IS JE KZ LB LI LU MA MC MT NL NO PT SE SM SY TN VA'.split(
    ' ',
  );

/** Lines that are drawn dashed, by the two codes in alphabetical order. */
const disputed = new Set(['RS XK']);

/** Labels whose automatic place would lie outside the map's usual view. Degrees. */
const labelPlaces = { RU: [40, 55.5], US: [-98.5, 39.5], IT: [12.9, 42.6], HR: [16.4, 45.55] };

/** Longitude and latitude with three decimals, about 100 m, where the map is detailed, and fewer elsewhere. */
function roundedPosition([lon, lat]) {
  const isAround = (lon > -30 && lon < 70 && lat > 15) || (lon < -50 && lat > 15);
  const digits = lon > 12 && lon < 42 && lat > 33 && lat < 57 ? 1000 : isAround ? 100 : 10;
  return [Math.round(lon * digits) / digits, Math.round(lat * digits) / digits];
}

function rounded(coordinates) {
  return typeof coordinates[0] === 'number' ? roundedPosition(coordinates) : coordinates.map(rounded);
}

function asFeature(of, geometry, properties) {
  const { type, coordinates } = feature(of, geometry).geometry;
  return { type: 'Feature', properties, geometry: { type, coordinates: rounded(coordinates) } };
}

const byText = (a, b) => (a < b ? -1 : 1);

const collection = (features) => ({ type: 'FeatureCollection', features });

/** Codes of what has a border on the map. */
export function listedWith(jurisdictions) {
  return new Set([...jurisdictions.map(({ code }) => code), ...neighbours]);
}

/** Everything the web map loads, made of the simplified units: `{ land, borders, regions, labels }`, all GeoJSON. @param usual codes of the usual focus */
export function basemap(units, jurisdictions, regions, usual) {
  const listed = listedWith(jurisdictions);
  const codeOf = ({ jurisdiction }) => (listed.has(jurisdiction) ? jurisdiction : null);

  const outlines = dissolve(units, codeOf);
  // Each for itself, since whoever looks at one of the others gets finer lines in its place.
  const land = dissolve(units, ({ jurisdiction }) => jurisdiction).map(({ key, geometry }) =>
    asFeature(units, geometry, { code: key }),
  );

  const names = new Map(regions.map((entry) => [entry.code, entry]));
  const regionFeatures = dissolve(units, ({ region }) => region ?? undefined).map(({ key, geometry }) => {
    const { code, jurisdiction, name } = names.get(key);
    return asFeature(units, geometry, { code, jurisdiction, name });
  });

  return {
    land: collection(land),
    borders: collection(borders(units, outlines, codeOf, usual)),
    regions: collection(regionFeatures),
    labels: collection(jurisdictions.map(({ code }) => label(code, land))),
  };
}

/** Lines between two outlines, each once; coasts of the usual focus; lines between regions. */
function borders(units, outlines, codeOf, usual) {
  const lines = [];
  const add = (geometry, properties) => geometry.arcs.length > 0 && lines.push(asFeature(units, geometry, properties));
  const pairs = new Map();
  const whole = {
    type: 'GeometryCollection',
    geometries: outlines.map(({ key, geometry }) => ({ ...geometry, properties: { key } })),
  };
  meshArcs(units, whole, (a, b) => {
    const codes = [a.properties.key, b.properties.key];
    if (codes[0] !== codes[1] && (codes.includes('US') || !codes.includes(null)))
      pairs.set(codes.map(String).sort(byText).join(' '), codes);
    return false;
  });
  for (const [between, codes] of [...pairs].sort(([a], [b]) => byText(a, b))) {
    const kind = disputed.has(between) ? 'disputed' : 'jurisdiction';
    const isBetween = (a, b) => a !== b && codes.includes(a.properties.key) && codes.includes(b.properties.key);
    add(meshArcs(units, whole, isBetween), { kind, codes: between });
  }
  for (const { key, geometry } of outlines.filter((outline) => usual.has(outline.key))) {
    add(coast(units, whole, geometry, key), { kind: 'coast', codes: key });
  }
  for (const { key } of outlines) {
    const inside = units.objects.units.geometries.filter(
      (unit) => codeOf(unit.properties) === key && unit.properties.region !== null,
    );
    const group = { type: 'GeometryCollection', geometries: inside };
    add(
      meshArcs(units, group, (a, b) => a.properties.region !== b.properties.region),
      { kind: 'region', codes: key },
    );
  }
  return lines;
}

/** The parts of an outline that no other outline shares. */
function coast(units, whole, geometry, key) {
  const isCoast = (a, b) => a === b && a.properties.key === key;
  return meshArcs(units, whole, isCoast);
}

/**
 * Where the name of a jurisdiction reads best: the point of its largest polygon that is farthest from the outline. `room` is
 * that distance in degrees, `outline` the polygon with as much detail as tells whether a name lies inside.
 */
function label(code, land) {
  const { geometry } = land.find((entry) => entry.properties.code === code);
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const largest = polygons.toSorted((a, b) => extent(b[0]) - extent(a[0]))[0];
  const best = polylabel(largest, 0.02);
  const point = labelPlaces[code] ?? best.slice(0, 2);
  const room = Math.round(best.distance * 1000) / 1000;
  const outline = thinned(largest[0], Math.sqrt(extent(largest[0])) / 150).map(([lon, lat]) => [
    twoDecimals(lon),
    twoDecimals(lat),
  ]);
  return { type: 'Feature', properties: { code, room, outline }, geometry: { type: 'Point', coordinates: roundedPosition(point) } };
}

const twoDecimals = (degrees) => Math.round(degrees * 100) / 100;

/** A closed ring without the points that lie nearer than the tolerance to the line between their neighbours. Degrees. */
function thinned(ring, tolerance) {
  const half = Math.floor(ring.length / 2);
  return [...thinnedLine(ring.slice(0, half + 1), tolerance).slice(0, -1), ...thinnedLine(ring.slice(half), tolerance)];
}

/** Douglas and Peucker's method. */
function thinnedLine(line, tolerance) {
  const [first, last] = [line[0], line.at(-1)];
  const offs = line.map((point) => distanceToSegment(point, first, last));
  const off = Math.max(...offs);
  if (off <= tolerance) return [first, last];
  const at = offs.indexOf(off);
  return [...thinnedLine(line.slice(0, at + 1), tolerance).slice(0, -1), ...thinnedLine(line.slice(at), tolerance)];
}

function distanceToSegment([x, y], [x1, y1], [x2, y2]) {
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length));
  return Math.hypot(x - x1 - share * (x2 - x1), y - y1 - share * (y2 - y1));
}

function extent(ring) {
  const lons = ring.map(([lon]) => lon);
  const lats = ring.map(([, lat]) => lat);
  return (Math.max(...lons) - Math.min(...lons)) * (Math.max(...lats) - Math.min(...lats));
}
