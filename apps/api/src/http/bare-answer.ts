import type { ServerResponse } from 'node:http';
import { problemCodes } from '@monitor/contract';
import { problemBody, type ProblemError } from '@monitor/engine';
import { bareSecurityHeaders } from './security-headers.ts';

/** An answer that is written by hand, where the app does not answer. */
export interface BareAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** An answer of the contract's shapes. */
export function jsonAnswer(status: number, body: object): BareAnswer {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return { status, type: `${type}; charset=utf-8`, body: JSON.stringify(body) };
}

export function problemAnswer(problem: ProblemError): BareAnswer {
  return jsonAnswer(problemCodes[problem.code].status, problemBody(problem));
}

export function headersOf({ type, body }: BareAnswer) {
  return {
    ...bareSecurityHeaders,
    'Cache-Control': 'no-store',
    'Content-Type': type,
    'Content-Length': String(Buffer.byteLength(body)),
  };
}

export function sendBare(response: ServerResponse, answer: BareAnswer, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(answer.status, { ...headersOf(answer), ...headers }).end(answer.body);
}
