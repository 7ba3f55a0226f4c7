import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { localeOf } from '@monitor/domain';
import { useTranslation } from '../i18n/use-translation.ts';
import type { PageRouter } from './router.tsx';

/** All of the web app, as the address of a router says. */
export function App({ router }: { router: PageRouter }) {
  const { i18n } = useTranslation();
  return (
    <I18nProvider locale={localeOf(i18n.language)}>
      <QueryClientProvider client={router.options.context.client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  );
}
