import { useEffect, useState } from 'react';

const shownFor = 2500;

export type CopyState = 'idle' | 'copied' | 'failed';

/** Copies text and says for a moment whether it worked. */
export function useCopied(): { readonly state: CopyState; readonly copy: (text: string) => void } {
  const [state, setState] = useState<CopyState>('idle');
  useEffect(() => {
    if (state === 'idle') return undefined;
    const timer = setTimeout(() => setState('idle'), shownFor);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = (text: string) => {
    // Without a secure origin there is no clipboard.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (clipboard === undefined) setState('failed');
    else
      clipboard.writeText(text).then(
        () => setState('copied'),
        () => setState('failed'),
      );
  };
  return { state, copy };
}
