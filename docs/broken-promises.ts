/* What a description of the API in OpenAPI takes back of an earlier one: see "What stays the same" in api.md. */

type Json = Readonly<Record<string, unknown>>;

/**
 * Everything that a program written for the earlier description may rely on and that the later one does not have: a sentence each. What
 * is new is not a break, except for a parameter that must be given.
 */
export function brokenPromises(earlier: Json, later: Json): string[] {
  const broken: string[] = [];
  const resolve = (document: Json, value: unknown): Json => {
    const { $ref, ...beside } = recordOf(value);
    if (typeof $ref !== 'string') return recordOf(value);
    const target = $ref.replace(/^#\//, '').split('/');
    const found = target.reduce<unknown>((inside, name) => recordOf(inside)[name], document);
    return { ...recordOf(found), ...beside };
  };
  const before = (value: unknown) => resolve(earlier, value);
  const after = (value: unknown) => resolve(later, value);

  function compareNames(where: string, kind: string, old: unknown, now: unknown, inside: (name: string) => void): void {
    for (const name of Object.keys(recordOf(old)))
      if (Object.hasOwn(recordOf(now), name)) inside(name);
      else broken.push(`${where}: the ${kind} "${name}" is gone`);
  }

  compareNames('The API', 'address', earlier.paths, later.paths, (path) => {
    const [old, now] = [recordOf(recordOf(earlier.paths)[path]), recordOf(recordOf(later.paths)[path])];
    compareNames(path, 'method', old, now, (method) => compareOperations(path, recordOf(old[method]), recordOf(now[method])));
  });
  return broken;

  function compareOperations(path: string, old: Json, now: Json): void {
    if (old.operationId !== now.operationId) broken.push(`${path}: the operationId is no longer "${String(old.operationId)}"`);
    const parameters = (operation: Json, read: typeof before) =>
      Object.fromEntries(
        listOf(operation.parameters).map((one) => [`${String(read(one).in)} ${String(read(one).name)}`, read(one)]),
      );
    const [had, has] = [parameters(old, before), parameters(now, after)];
    compareNames(path, 'parameter', had, has, (name) => {
      const where = `${path}, parameter "${name}"`;
      if (had[name]?.required !== true && has[name]?.required === true) broken.push(`${where}: it must now be given`);
      compareSchemas(where, before(had[name]?.schema), after(has[name]?.schema), 'taken');
    });
    for (const [name, { required }] of Object.entries(has))
      if (required === true && !Object.hasOwn(had, name)) broken.push(`${path}: the new parameter "${name}" must be given`);
    compareNames(path, 'response', old.responses, now.responses, (status) => {
      const [gave, gives] = [before(recordOf(old.responses)[status]), after(recordOf(now.responses)[status])];
      const where = `${path}, ${status}`;
      compareNames(where, 'header', gave.headers, gives.headers, () => undefined);
      compareNames(where, 'format', gave.content, gives.content, (type) => {
        const schemaOf = (response: Json) => recordOf(recordOf(response.content)[type]).schema;
        compareSchemas(where, before(schemaOf(gave)), after(schemaOf(gives)), 'given');
      });
    });
  }

  function compareSchemas(where: string, old: Json, now: Json, way: 'taken' | 'given', depth = 0): void {
    // Schemas that contain themselves.
    if (depth > 20) return;
    const [was, is] = [typesOf(old), typesOf(now)];
    const changed = way === 'taken' ? was.filter((type) => !is.includes(type)) : is.filter((type) => !was.includes(type));
    if (was.length > 0 && changed.length > 0) broken.push(`${where}: was ${was.join(' or ')}, is ${is.join(' or ') || 'anything'}`);
    // A new code can come; programs are told to expect that.
    const codes = listOf(now.enum);
    if (Array.isArray(now.enum))
      for (const code of listOf(old.enum)) if (!codes.includes(code)) broken.push(`${where}: the value "${String(code)}" is gone`);
    if (way === 'taken') compareLimits(where, old, now);
    compareNames(where, 'property', old.properties, now.properties, (name) => {
      if (way === 'given' && listOf(old.required).includes(name) && !listOf(now.required).includes(name))
        broken.push(`${where}.${name}: it can now be left out`);
      const propertyOf = (schema: Json) => recordOf(schema.properties)[name];
      compareSchemas(`${where}.${name}`, before(propertyOf(old)), after(propertyOf(now)), way, depth + 1);
    });
    for (const keyword of ['items', 'additionalProperties'])
      if (isRecord(old[keyword])) compareSchemas(`${where}[]`, before(old[keyword]), after(now[keyword]), way, depth + 1);
    const parts = (schema: Json, read: typeof before) =>
      listOf(schema.anyOf)
        .map(read)
        .filter(({ type }) => type !== 'null');
    const [one, other] = [parts(old, before), parts(now, after)];
    for (const [index, part] of one.entries()) compareSchemas(where, part, other[index] ?? {}, way, depth + 1);
  }

  /** The types that a value can have, those of its alternatives included. */
  function typesOf(schema: Json): string[] {
    const own = Array.isArray(schema.type) ? schema.type : schema.type === undefined ? [] : [schema.type];
    const alternatives = listOf(schema.anyOf).flatMap((one) => typesOf(isRecord(one) && '$ref' in one ? {} : recordOf(one)));
    return [...new Set([...own.map(String), ...alternatives])];
  }

  function compareLimits(where: string, old: Json, now: Json): void {
    if (old.default !== undefined && old.default !== now.default)
      broken.push(`${where}: left out it meant ${JSON.stringify(old.default)}, now ${JSON.stringify(now.default)}`);
    for (const [keyword, tighter] of Object.entries(tighterLimits)) {
      const [was, is] = [old[keyword], now[keyword]];
      if (typeof is === 'number' && (typeof was !== 'number' || tighter(is, was)))
        broken.push(`${where}: ${keyword} was ${was === undefined ? 'free' : JSON.stringify(was)}, is ${is}`);
    }
    if (now.pattern !== undefined && now.pattern !== old.pattern) broken.push(`${where}: the pattern is another`);
  }
}

const lower = (is: number, was: number) => is < was;
const higher = (is: number, was: number) => is > was;
const tighterLimits = { maximum: lower, maxLength: lower, maxItems: lower, minimum: higher, minLength: higher, minItems: higher };

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function recordOf(value: unknown): Json {
  return isRecord(value) ? value : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
