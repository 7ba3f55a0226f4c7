import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
import { FailureBoundary } from './failure-boundary.tsx';

/**
 * A part of the page that is loaded when it is first drawn. Where loading or drawing fails, its place says so and offers to try again,
 * which also loads again: React's `lazy` alone keeps a failure for good. Its prop `what` is what it is called there.
 * @param waiting stands in its place while it is loaded
 */
export function loadedPart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  waiting?: ReactNode,
): ComponentType<Props & { readonly what: string }> {
  const loadIt = () => ({ Part: lazy(load) as ComponentType<Props> });
  let latest = loadIt();
  return function LoadedPart({ what, ...props }: Props & { readonly what: string }) {
    const [{ Part }, setLoaded] = useState(latest);
    return (
      <FailureBoundary what={what} onRetry={() => setLoaded((latest = loadIt()))}>
        <Suspense fallback={waiting}>
          <Part {...(props as unknown as Props)} />
        </Suspense>
      </FailureBoundary>
    );
  };
}
