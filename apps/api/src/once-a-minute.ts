const minute = 60_000;

/**
 * Passes a message on unless the same one was passed on in the last minute: what is retried every second would fill the screen.
 * @param now milliseconds of a clock that only goes forward
 */
export function onceAMinute(write: (message: string) => void, now = () => performance.now()): (message: string) => void {
  const written = new Map<string, number>();
  return (message) => {
    for (const [earlier, time] of written) if (time <= now() - minute) written.delete(earlier);
    if (written.has(message)) return;
    written.set(message, now());
    write(message);
  };
}
