const minute = 60_000;

/**
 * Hands on a text, but not the same one again within a minute: what is tried again every second would fill the screen.
 * @param now milliseconds of a clock that only goes forward
 */
export function tellRarely(tell: (text: string) => void, now = () => performance.now()): (text: string) => void {
  const last = new Map<string, number>();
  return (text) => {
    for (const [told, time] of last) if (time <= now() - minute) last.delete(told);
    if (last.has(text)) return;
    last.set(text, now());
    tell(text);
  };
}
