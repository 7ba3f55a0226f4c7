import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Address of a running API for `vite dev`. */
const api = process.env.API_URL ?? 'http://127.0.0.1:8080';

const packages = fileURLToPath(new URL('../../packages', import.meta.url));

export default defineConfig({
  plugins: [react()],
  resolve: {
    // Our packages from their sources. An alias, and not the export condition "source", since a library that ships
    // that condition without its sources (react-aria-components) would no longer resolve.
    alias: [{ find: /^@monitor\/(domain|contract|geography|statistics)$/, replacement: `${packages}/$1/src/index.ts` }],
  },
  // The content security policy has no `data:` for fonts, so nothing is inlined.
  build: {
    target: 'es2023',
    sourcemap: true,
    chunkSizeWarningLimit: 1200,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // React has its own chunk: else it may be put into the chunk of the map, which then belongs to the first screen.
        codeSplitting: { groups: [{ name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/ }] },
      },
    },
  },
  server: { proxy: { '/api': api } },
});
