import { useIsFetching } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';

/**
 * Says which address the page is drawn at, and whether it still waits for answers: for tests, and for programs that take its picture. The
 * address in the window changes before the page does.
 */
export function PageState() {
  const drawn = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.href });
  const fetching = useIsFetching() > 0;
  return <div hidden data-drawn={drawn} data-fetching={fetching || undefined} />;
}
