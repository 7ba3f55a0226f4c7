/** An answer as it is sent. */
export interface OperatorAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** An answer of the contract's shapes. */
export function jsonAnswer(status: number, body: object): OperatorAnswer {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return { status, type: `${type}; charset=utf-8`, body: JSON.stringify(body) };
}
