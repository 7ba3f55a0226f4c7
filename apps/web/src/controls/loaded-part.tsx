import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
import { FailureBoundary } from './failure-boundary.tsx';
import { inBrowser } from './in-browser.ts';

interface Around {
  /** What the part is called where it could not be displayed. */
  readonly what: string;
}

/** A part that is loaded when it is first drawn, or before that by `preload`, which never rejects. */
export type LoadedPart<Props> = ((props: Props & Around) => ReactNode) & { readonly preload: () => Promise<void> };

/**
 * A part of the page that is loaded when it is first drawn. Where loading or drawing fails, its place says so and offers to try again,
 * which also loads again: React's `lazy` alone keeps a failure for good. Its prop `what` is what it is called there. Where it is loaded
 * before it is drawn, it is drawn at once, on the server too.
 * @param waiting stands in its place while it is loaded; a function of its props where it looks like it
 * @param Frame what is around the notice that it failed, and around `waiting`; the part itself has its own
 */
export function loadedPart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  waiting?: ReactNode | ((props: Props) => ReactNode),
  Frame?: ComponentType<Around & { readonly children: ReactNode }>,
): LoadedPart<Props> {
  let Loaded: ComponentType<Props> | undefined;
  const loadIt = async () => {
    const loaded = await load();
    Loaded = loaded.default;
    return loaded;
  };
  let Awaited: ComponentType<Props> = lazy(loadIt) as ComponentType<Props>;
  function Part({ what, ...props }: Props & Around) {
    // What is drawn stays: in place of the awaited part, the same one as loaded would begin again.
    const [Drawn, setDrawn] = useState(() => Loaded ?? Awaited);
    const own = props as unknown as Props;
    const framed = (content: ReactNode) => (Frame === undefined ? content : <Frame what={what}>{content}</Frame>);
    const stand = framed(typeof waiting === 'function' ? waiting(own) : waiting);
    // The server draws what stands in its place.
    if (!inBrowser && Loaded === undefined) return stand;
    const retry = () => setDrawn(() => (Awaited = lazy(loadIt) as ComponentType<Props>));
    return (
      <FailureBoundary what={what} onRetry={retry} framed={framed}>
        <Suspense fallback={<Stand>{stand}</Stand>}>
          <Drawn {...own} />
        </Suspense>
      </FailureBoundary>
    );
  }
  return Object.assign(Part, { preload: () => loadIt().then(noFurther, noFurther) });
}

/** A failure is told where the part is drawn. */
function noFurther(): void {}

/** What stands in the place of a part, with a sign that the page is not whole yet. */
function Stand({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <span hidden data-loading />
    </>
  );
}
