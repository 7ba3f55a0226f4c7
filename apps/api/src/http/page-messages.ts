/** What a thread that draws pages is told: an address to draw, or the answer to a path that a drawing asked for; no body where there is none. */
export type ToPageThread =
  | { readonly page: number; readonly address: string }
  | { readonly page: number; readonly path: number; readonly body: string | undefined };

/** What it says: a path of the API that it needs the answer to, or how a drawing ended. */
export type FromPageThread =
  | { readonly page: number; readonly path: number; readonly asked: string }
  | { readonly page: number; readonly drawn: DrawnPage; readonly milliseconds: number }
  | { readonly page: number; readonly failure: string; readonly milliseconds: number };

/** What a page shows until its script runs. */
export interface DrawnPage {
  /** Elements for the page, with the answers that it was drawn from. */
  readonly elements: string;
  /** Whether something came too late for it. */
  readonly isPartial: boolean;
}
