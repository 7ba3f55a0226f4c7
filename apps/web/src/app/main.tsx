import '@fontsource-variable/noto-sans/wght.css';
import '../styles/tokens.css';
import '../styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { startInterfaceTexts } from '../i18n/i18n.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root');

await startInterfaceTexts();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
