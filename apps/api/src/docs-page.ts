import { problemCodes } from '@monitor/contract';

/** The parts of an OpenAPI 3.1 document that the page shows. */
interface OpenapiDocument {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly tags?: readonly { readonly name: string; readonly description?: string }[];
  readonly paths?: Readonly<Record<string, { readonly get?: Operation } | undefined>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}
interface Operation {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly responses?: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>
  >;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly description?: string;
  readonly schema: Schema;
}
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly const?: string | number;
  readonly default?: string | number;
  readonly description?: string;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** A page, without scripts, that describes the API: from the OpenAPI document and the table of problems. */
export function docsPage(document: object): string {
  const { info, tags = [], paths = {}, components } = document as OpenapiDocument;
  const operations = Object.entries(paths).flatMap(([path, item]) => (item?.get === undefined ? [] : [{ path, ...item.get }]));
  const groups = tags.map((tag) => {
    const own = operations.filter((operation) => operation.tags?.includes(tag.name));
    return `<section><h2>${escape(tag.name)}</h2><p>${prose(tag.description)}</p>${own.map(operationSection).join('')}</section>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(info.title)}: API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<header><h1>${escape(info.title)}: API ${escape(info.version)}</h1><p>${prose(info.description)}</p>
<p>For programs: <a href="/api/openapi.json">openapi.json</a>.</p></header>
<nav aria-label="Addresses"><ul>${operations.map(({ path }) => `<li><a href="#${anchor(path)}">${escape(path)}</a></li>`).join('')}</ul></nav>
<main>${groups.join('')}
<section><h2>Shapes</h2>${Object.entries(components?.schemas ?? {})
    .map(shapeSection)
    .join('')}</section>
<section><h2>Problems</h2><p>Every error is a problem detail with one of these codes.</p>${problemTable()}</section></main>
</body>
</html>
`;
}

type ListedOperation = Operation & { readonly path: string };

function operationSection({ path, summary, parameters = [], responses = {} }: ListedOperation): string {
  const rows = parameters.map(({ name, schema, description }) => [
    code(name),
    typeText(schema),
    prose(description) + defaultText(schema),
  ]);
  const answers = Object.entries(responses).map(([status, { description, content = {} }]) => {
    const bodies = Object.entries(content).map(
      ([media, { schema }]) => `${code(media)}${schema?.$ref ? ` ${typeText(schema)}` : ''}`,
    );
    return [code(status), prose(description), bodies.join(', ')];
  });
  return `<article id="${anchor(path)}"><h3><span class="method">GET</span> ${code(path)}</h3><p>${prose(summary)}</p>
${rows.length === 0 ? '' : foldedTable('Parameters', ['Name', 'Takes', 'Meaning'], rows)}
${foldedTable('Answers', ['Status', 'Meaning', 'Body'], answers)}</article>`;
}

function shapeSection([name, { properties = {}, required = [] }]: [string, Schema]): string {
  const rows = Object.entries(properties).map(([field, schema]) => [
    code(field) + (required.includes(field) ? '' : ' (optional)'),
    typeText(schema),
    prose(schema.description ?? schema.anyOf?.find((one) => one.description)?.description),
  ]);
  return `<article id="shape-${escape(name)}"><h3>${escape(name)}</h3>${foldedTable('Fields', ['Name', 'Type', 'Meaning'], rows)}</article>`;
}

function problemTable(): string {
  const rows = Object.entries(problemCodes).map(([name, { status, title }]) => [
    `<span id="${name}">${code(name)}</span>`,
    String(status),
    prose(title),
  ]);
  return table(['Code', 'Status', 'Meaning'], rows);
}

/** A schema in words; what it refers to is a link. */
function typeText(schema: Schema): string {
  if (schema.$ref !== undefined) {
    const name = escape(schema.$ref.split('/').at(-1) ?? '');
    return `<a href="#shape-${name}">${name}</a>`;
  }
  if (schema.enum !== undefined) return schema.enum.map((value) => code(value)).join(' ');
  if (schema.const !== undefined) return code(String(schema.const));
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeText).join(' or ');
  if (schema.items !== undefined) return `list of ${typeText(schema.items)}`;
  const type = [schema.type ?? 'anything'].flat().join(' or ');
  return escape(schema.format === undefined ? type : `${type} (${schema.format})`);
}

function defaultText(schema: Schema): string {
  return schema.default === undefined ? '' : ` Default: ${code(String(schema.default))}.`;
}

function foldedTable(title: string, heads: readonly string[], rows: readonly string[][]): string {
  return `<details><summary>${title} (${rows.length})</summary>${table(heads, rows)}</details>`;
}

/** Cells are markup already. */
function table(heads: readonly string[], rows: readonly string[][]): string {
  const head = heads.map((text) => `<th scope="col">${escape(text)}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  return `<div class="table"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function code(text: string): string {
  return `<code>${escape(text)}</code>`;
}

/** Text with `code` in backquotes. */
function prose(text = ''): string {
  return escape(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

function anchor(path: string): string {
  return path.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
