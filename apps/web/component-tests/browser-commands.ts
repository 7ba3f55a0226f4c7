/* What component tests do with the browser itself, beyond what Vitest offers. Done in testing/browser-commands.ts. */

/** What a hand does with the mouse, in pixels of the page under test. A move goes there in as many steps, one where none are given. */
export type MouseAct = 'down' | 'up' | { readonly x: number; readonly y: number; readonly steps?: number };

export interface Media {
  readonly reducedMotion?: 'reduce' | 'no-preference';
  readonly colorScheme?: 'light' | 'dark';
  readonly media?: 'screen' | 'print';
}

export interface TextFile {
  readonly name: string;
  readonly text: string;
}

declare module 'vitest/browser' {
  interface BrowserCommands {
    mouse: (acts: readonly MouseAct[]) => Promise<void>;
    emulateMedia: (media: Media) => Promise<void>;
    /** Presses a button that opens the browser's choice of a file, and chooses one there. */
    chooseFile: (button: string, file: TextFile) => Promise<void>;
  }
}
