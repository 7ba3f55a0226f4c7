import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
import { FailureBoundary } from './failure-boundary.tsx';
import { inBrowser } from './in-browser.ts';

interface Around {
  /** What the part is called where it could not be displayed. */
  readonly what: string;
}

/**
 * A part of the page that is loaded when it is first drawn. Where loading or drawing fails, its place says so and offers to try again,
 * which also loads again: React's `lazy` alone keeps a failure for good. Its prop `what` is what it is called there.
 * @param waiting stands in its place while it is loaded; a function of its props where it looks like it
 * @param Frame what is around the notice that it failed, and around `waiting`; the part itself has its own
 */
export function loadedPart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  waiting?: ReactNode | ((props: Props & Around) => ReactNode),
  Frame?: ComponentType<Around & { readonly children: ReactNode }>,
): ComponentType<Props & Around> {
  const loadIt = () => ({ Part: lazy(load) as ComponentType<Props> });
  let latest = loadIt();
  return function LoadedPart({ what, ...props }: Props & Around) {
    const [{ Part }, setLoaded] = useState(latest);
    const framed = (content: ReactNode) => (Frame === undefined ? content : <Frame what={what}>{content}</Frame>);
    const stand = typeof waiting === 'function' ? waiting({ what, ...props } as unknown as Props & Around) : waiting;
    // The server draws what stands in its place.
    if (!inBrowser) return framed(stand);
    return (
      <FailureBoundary what={what} onRetry={() => setLoaded((latest = loadIt()))} framed={framed}>
        <Suspense fallback={<Stand>{framed(stand)}</Stand>}>
          <Part {...(props as unknown as Props)} />
        </Suspense>
      </FailureBoundary>
    );
  };
}

/** What stands in the place of a part, with a sign that the page is not whole yet. */
function Stand({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <span hidden data-loading />
    </>
  );
}
