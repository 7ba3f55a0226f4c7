import { constants } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { documents } from './documents.ts';
import { packageSources } from './package-sources.ts';
import { compression, defineAlgorithm } from 'vite-plugin-compression2';

/** Address of a running API for `vite dev`. */
const api = process.env.API_URL ?? 'http://127.0.0.1:8080';

/** Compressed once here, so that the server need not do it for each visitor. Level 11 would save 13% more and take twenty times as long. */
const brotli = defineAlgorithm('brotliCompress', { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });

/** Parts of a page that are loaded when they are needed are not for the server, which draws what stands in their place. */
const withoutLaterParts: Plugin = {
  name: 'without-later-parts',
  resolveDynamicImport(specifier, importer) {
    const isLater = typeof specifier === 'string' && specifier.endsWith('.tsx') && !importer.endsWith('/app/router.tsx');
    return isLater ? false : null;
  },
};

/** What the server says of itself in its pages, for `vite dev`. */
const withUsualFocus: Plugin = {
  name: 'with-usual-focus',
  apply: 'serve',
  async transformIndexHtml() {
    const { readFocus, usualFocus } = await import('@monitor/geography/read-focus');
    const attrs = { type: 'application/json', id: 'focus' };
    return [{ tag: 'script', attrs, children: JSON.stringify(readFocus(usualFocus)) }];
  },
};

/** What the API's documentation says of the parameters of the filter, which no page shows. */
const withoutParameterDescriptions: Plugin = {
  name: 'without-parameter-descriptions',
  enforce: 'pre',
  apply: 'build',
  transform: {
    filter: { id: /packages\/domain\/src\/(?:dimensions|constraints\/)/ },
    handler: (code) => ({ code: code.replaceAll(/\bdescription:\s*(?:`[^`]*`|'[^']*')/g, "description: ''"), map: null }),
  },
};

/** MapLibre says of all its files that they do nothing when they are imported, but that of its worker is all that the worker does. */
const withMapWorker: Plugin = {
  name: 'with-map-worker',
  transform: { filter: { id: /maplibre-gl-worker/ }, handler: (code) => ({ code, map: null, moduleSideEffects: true }) },
};

export default defineConfig(({ isSsrBuild = false }) => ({
  plugins: [
    react(),
    documents,
    withUsualFocus,
    withoutParameterDescriptions,
    isSsrBuild && withoutLaterParts,
    !isSsrBuild && compression({ include: /\.(?:js|css|json|svg)$/, threshold: 1024, algorithms: [brotli] }),
  ],
  resolve: { alias: packageSources },
  // Programs and styles find each other wherever their folder lies: a published site may be in a folder of its host. Pages are told.
  ...(!isSsrBuild && {
    experimental: { renderBuiltUrl: (_, { hostType }) => (hostType === 'html' ? undefined : { relative: true }) },
  }),
  // The content security policy has no `data:` for fonts, so nothing is inlined.
  build: {
    target: 'es2023',
    copyPublicDir: !isSsrBuild,
    chunkSizeWarningLimit: 1200,
    assetsInlineLimit: 0,
    // One style sheet, with the page: a part's own sheet that could not be loaded would never be tried again (Vite remembers it).
    cssCodeSplit: false,
    rolldownOptions: {
      // How long its plugins take is nothing to who starts the product.
      checks: { pluginTimings: false },
      output: isSsrBuild
        ? { codeSplitting: false }
        : {
            // React has its own chunk, and all else that the page begins with another: asked for one by one, forty small files take a phone
            // six round trips.
            codeSplitting: {
              groups: [
                { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/ },
                { name: 'first', tags: ['$initial'] },
              ],
            },
          },
    },
  },
  // In parts: what makes files is loaded with the first file.
  worker: { format: 'es', plugins: () => [withMapWorker] },
  // The server has no packages of the web app, and draws with the fast half of React whatever it is told of where it runs.
  ssr: { noExternal: true },
  ...(isSsrBuild && { define: { 'process.env.NODE_ENV': '"production"' } }),
  server: { proxy: { '/api': api } },
}));
