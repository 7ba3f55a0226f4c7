import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Address of a running API for `vite dev`. */
const api = process.env.API_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: { target: 'es2023', sourcemap: true, chunkSizeWarningLimit: 1200 },
  server: { proxy: { '/api': api } },
});
