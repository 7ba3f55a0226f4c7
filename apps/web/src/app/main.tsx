import '../styles/fonts/fonts.css';
import '../styles/tokens.css';
import '../styles/forced-colours.css';
import '../styles/base.css';
import '../styles/kit.module.css';
import '../styles/drawing.module.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startInterfaceTexts } from '../i18n/i18n.ts';
import { App } from './app.tsx';
import { type Focus, learnFocus, learnLocations } from '@monitor/geography';
import { createQueryClient, learnFocusElsewhere, locationsIn, readFirstAnswers } from './query-client.ts';
import { createPageRouter } from './router.tsx';

/** Not at the top of this file: the code of a page imports what is in it, and so waits until the file has run. */
async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no element #root');
  learnFocus(JSON.parse(document.getElementById('focus')?.textContent ?? '') as Focus);
  const site = document.getElementById('site')?.textContent;
  if (site) (await import('./start-site.ts')).startSite(site);
  const answers = readFirstAnswers();
  learnLocations(locationsIn(answers));
  const client = createQueryClient(answers);
  await learnFocusElsewhere(client);
  const router = createPageRouter(client);
  await startInterfaceTexts();
  // What the server has drawn stays until the page itself can draw.
  if (root.hasChildNodes()) await router.load();
  delete document.documentElement.dataset.drawn;
  createRoot(root).render(
    <StrictMode>
      <App router={router} />
    </StrictMode>,
  );
}

void start();
