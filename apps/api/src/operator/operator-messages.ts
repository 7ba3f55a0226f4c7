/** An answer as it is sent. */
export interface OperatorAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** What the thread that answers the operator is told: whether the server is ready, once a second, or the metrics that it asked for. */
export type ToOperatorThread = { readonly ready: OperatorAnswer } | { readonly question: number; readonly metrics: OperatorAnswer };

/** What it says: that it listens, that it cannot and why, or that it needs the metrics. */
export type FromOperatorThread =
  | { readonly listens: true }
  | { readonly failure: NodeJS.ErrnoException }
  | { readonly question: number };

/** An answer of the contract's shapes. */
export function jsonAnswer(status: number, body: object): OperatorAnswer {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return { status, type: `${type}; charset=utf-8`, body: JSON.stringify(body) };
}
