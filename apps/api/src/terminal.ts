/** What the person who started the server sees, apart from the log. */
export interface Terminal {
  /** A line that stays. */
  line(text: string): void;
  /** A line that the next one replaces; printed once where output is not a terminal. */
  progress(text: string): void;
}

/** Lines of progress on one and the same line of a terminal. */
export function terminalOn(stream: Pick<NodeJS.WriteStream, 'isTTY'> & { write(text: string): boolean }): Terminal {
  let progressing = false;
  const clear = '\r\u001B[2K';
  return {
    line(text) {
      stream.write(`${progressing && stream.isTTY ? clear : ''}${text}\n`);
      progressing = false;
    },
    progress(text) {
      if (stream.isTTY) stream.write(clear + text);
      else if (!progressing) stream.write(`${text}\n`);
      progressing = true;
    },
  };
}

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
