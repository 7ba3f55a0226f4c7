import '../styles/fonts/fonts.css';
import '../styles/tokens.css';
import '../styles/forced-colours.css';
import '../styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startInterfaceTexts } from '../i18n/i18n.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { localeOf } from '../i18n/languages.ts';
import { router } from './router.tsx';

function App() {
  const { i18n } = useTranslation();
  return (
    <I18nProvider locale={localeOf(i18n.language)}>
      <QueryClientProvider client={router.options.context.client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root');

await startInterfaceTexts();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
