import { fileURLToPath } from 'node:url';

const packages = fileURLToPath(new URL('../../packages', import.meta.url));

/**
 * Our packages from their sources, for Vite. An alias, and not the export condition "source", since a library that ships that condition
 * without its sources (react-aria-components) would no longer resolve.
 */
export const packageSources = [
  { find: /^@monitor\/([a-z]+)$/, replacement: `${packages}/$1/src/index.ts` },
  { find: /^@monitor\/([a-z]+)\/([a-z-]+)$/, replacement: `${packages}/$1/src/$2.ts` },
];
