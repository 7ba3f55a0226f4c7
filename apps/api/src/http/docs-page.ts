import { readFileSync } from 'node:fs';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { problemCodes } from '@monitor/contract';
import { atOrigin, type CodeSample } from '../examples/example-code.ts';
import { isKnownDocument } from './caching.ts';
import { originOf } from './origin.ts';

const css = readFileSync(new URL('../../docs-page.css', import.meta.url), 'utf8');
const js = readFileSync(new URL('../../docs-page.js', import.meta.url), 'utf8');

// Version 6.1.0 of the page's library is the last that runs on Node.js 20 (its file server needs 22 from 6.1.1 on).
/** The description of the API as a page for trying out requests, at `/api/docs`. All its files come from this server. */
export async function serveDocsPage(app: FastifyInstance): Promise<void> {
  let content: string | undefined;
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    theme: {
      title: 'Open Armed Violence Monitor: API',
      css: [{ filename: 'docs-page.css', content: css }],
      js: [{ filename: 'docs-page.js', content: js }],
    },
    // Links within the page are inside buttons, where neither keyboard nor screen reader finds them.
    uiConfig: { deepLinking: false, layout: 'BaseLayout', syntaxHighlight: false, defaultModelsExpandDepth: 0 },
    transformSpecification: (document, request) => {
      const { info, paths, ...rest } = JSON.parse(atOrigin(JSON.stringify(document), originOf(request))) as OpenapiDocument;
      return { ...rest, info: { ...info, description: `${info.description}\n\n${problemTable()}` }, paths: withExamples(paths) };
    },
    transformSpecificationClone: false,
    uiHooks: {
      onRequest(request, reply, done) {
        content ??= css + js + JSON.stringify(app.swagger());
        if (isKnownDocument(request, reply, `${originOf(request)}${request.url} ${content}`)) void reply.send();
        else done();
      },
    },
  });
}

interface OpenapiDocument {
  readonly info: { readonly description: string };
  readonly paths: Paths;
}
type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;
interface Operation {
  readonly description?: string;
  readonly 'x-codeSamples'?: readonly CodeSample[];
}

/** The examples of each operation in its description, since the page does not show them otherwise. */
function withExamples(paths: Paths): Paths {
  const described = (operation: Operation): Operation => {
    const samples = operation['x-codeSamples'] ?? [];
    const blocks = samples.map(({ lang, label, source }) => `**${label}**\n\n\`\`\`${lang}\n${source}\n\`\`\``);
    return { ...operation, description: [operation.description ?? '', ...blocks].join('\n\n').trim() };
  };
  const ofPath = (methods: Readonly<Record<string, Operation>>) =>
    Object.fromEntries(Object.entries(methods).map(([method, operation]) => [method, described(operation)]));
  return Object.fromEntries(Object.entries(paths).map(([path, methods]) => [path, ofPath(methods)]));
}

/** The table of problems in Markdown; the `type` of a problem is the address of its row. */
function problemTable(): string {
  const rows = Object.entries(problemCodes).map(
    ([code, { status, title }]) => `| <code id="${code}">${code}</code> | ${status} | ${title} |`,
  );
  return ['### Errors', '', '| Code | Status | Meaning |', '|---|---|---|', ...rows].join('\n');
}
