import { useEffectEvent, useLayoutEffect, useRef } from 'react';

/** Does something for each record that is opened or stepped to, once it has been drawn and before it is seen. */
export function useEachRecord(id: string, act: () => void): void {
  const done = useRef<string>(undefined);
  const begin = useEffectEvent(act);
  useLayoutEffect(() => {
    if (done.current === id) return;
    done.current = id;
    begin();
  }, [id]);
}
