import { DatabaseError } from '../connection/database-error.ts';

/** A server of a spread record, and the incidents that it holds. */
export interface SpreadServer {
  /** Lower case letters, digits and underscores. */
  readonly name: string;
  /** Address of its database, with the user that owns the tables. */
  readonly url: string;
  /** Codes of its locations; those that no server names if left out. */
  readonly locations?: readonly string[] | undefined;
  /** Its first and its last year; no limit if left out. */
  readonly from?: number | undefined;
  readonly until?: number | undefined;
}

/** Servers at most: as many as have numbers of incidents that fit into 31 bits. */
const mostServers = 100;

/**
 * The servers of a list as a file has it. Throws `DatabaseError` with what to do unless each incident belongs to exactly one of them.
 * @param list server by name
 */
export function checkShares(list: unknown): readonly SpreadServer[] {
  const entries = Object.entries((list ?? {}) as Readonly<Record<string, Omit<SpreadServer, 'name'>>>);
  if (entries.length === 0 || entries.length > mostServers) refuse(`there must be 1 to ${mostServers} servers under "servers"`);
  const servers = entries.map(([name, entry]) => ({ ...entry, name }));
  for (const server of servers) checkServer(server);
  const groups = [...new Set(servers.map(groupOf))];
  if (!groups.includes('')) refuse('no server has the locations that are not named. Leave out "locations" for one of them');
  const named = groups.flatMap((key) => (key === '' ? [] : key.split(' ')));
  const twice = named.find((code, at) => named.indexOf(code) !== at);
  if (twice !== undefined)
    refuse(`${twice} is in two different lists of locations. Servers that share a location by years must name the same locations`);
  for (const key of groups) checkYears(servers.filter((server) => groupOf(server) === key));
  return servers;
}

const groupOf = ({ locations }: SpreadServer) => [...(locations ?? [])].toSorted().join(' ');

function checkServer({ name, url, locations, from, until }: SpreadServer): void {
  if (!/^[a-z][a-z0-9_]{0,30}$/.test(name)) refuse(`the name "${name}" must be lower case letters, digits and underscores`);
  if (typeof url !== 'string' || !/^postgres(?:ql)?:\/\/.+\/.+/.test(url))
    refuse(`${name} needs "url", an address like postgres://USER:PASSWORD@HOST:PORT/DATABASE`);
  if (locations !== undefined && (!Array.isArray(locations) || locations.length === 0 || !locations.every(isCode)))
    refuse(`"locations" of ${name} must be a list of codes such as [RS, ME]`);
  for (const [key, year] of Object.entries({ from, until }))
    if (year !== undefined && !(Number.isInteger(year) && year > 1900 && year < 3000)) refuse(`"${key}" of ${name} must be a year`);
}

const isCode = (code: unknown) => typeof code === 'string' && /^[A-Z]{2}$/.test(code);

/** Throws unless each year belongs to one of these servers. */
function checkYears(group: readonly SpreadServer[]): void {
  const sorted = group.toSorted((one, other) => (one.from ?? -Infinity) - (other.from ?? -Infinity));
  const places = sorted[0]!.locations?.join(', ') ?? 'all other locations';
  for (const [at, { name, from }] of sorted.entries()) {
    const before = sorted[at - 1];
    if (before === undefined && from !== undefined) refuse(`no server has ${places} before ${from}. Leave out "from" of ${name}`);
    if (before !== undefined && (before.until === undefined || from === undefined || from <= before.until))
      refuse(
        `${before.name} and ${name} both have ${places} in some years. Let one end ("until") before the other begins ("from")`,
      );
    if (before?.until !== undefined && from !== before.until + 1)
      refuse(`no server has ${places} from ${before.until + 1} to ${from! - 1}. Close the gap between ${before.name} and ${name}`);
  }
  const last = sorted.at(-1)!;
  if (last.until !== undefined) refuse(`no server has ${places} after ${last.until}. Leave out "until" of ${last.name}`);
}

function refuse(reason: string): never {
  throw new DatabaseError(`The servers cannot be used: ${reason}.`);
}

/** Gives the server that an incident belongs to. */
export function serverOf(servers: readonly SpreadServer[]): (incident: { country: string; occurred_on: string }) => SpreadServer {
  const named = new Set(servers.flatMap(({ locations }) => locations ?? []));
  return ({ country, occurred_on }) => {
    const year = Number(occurred_on.slice(0, 4));
    return servers.find(
      ({ locations, from = -Infinity, until = Infinity }) =>
        (locations?.includes(country) ?? !named.has(country)) && year >= from && year <= until,
    )!;
  };
}

/** What the incidents of a server meet, as SQL for a CHECK. */
export function shareCondition(server: SpreadServer, servers: readonly SpreadServer[]): string {
  const codes = server.locations ?? [...new Set(servers.flatMap(({ locations }) => locations ?? []))];
  const listed = codes.map((code) => `'${code}'`).join(', ');
  const conditions = [
    ...(codes.length === 0 ? [] : [`country ${server.locations ? '' : 'not '}in (${listed})`]),
    ...(server.from === undefined ? [] : [`occurred_on >= '${server.from}-01-01'`]),
    ...(server.until === undefined ? [] : [`occurred_on <= '${server.until}-12-31'`]),
  ];
  return conditions.join(' and ') || 'true';
}

/** What a server holds, in words. */
export function shareWords({ locations, from, until }: SpreadServer): string {
  const years = [...(from === undefined ? [] : [`from ${from}`]), ...(until === undefined ? [] : [`until ${until}`])];
  return [locations?.join(', ') ?? 'all locations that no other server names', ...years].join(' ');
}
