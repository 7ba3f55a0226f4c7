import { once } from 'node:events';
import { createServer } from 'node:net';

/** The server cannot listen on the given port. The message is one line that says what to do. */
export class PortError extends Error {
  override readonly name = 'PortError';
}

/** Where something listens, and the setting that says so where host and port have none of their own. */
export interface Listening {
  readonly host: string;
  readonly port: number;
  readonly setting?: 'OPERATOR_ADDRESS' | undefined;
}

/** Throws `PortError` where nothing can listen there, before anything else is started. */
export async function assertPortFree({ host, port, setting }: Listening): Promise<void> {
  const probe = createServer();
  try {
    probe.listen({ host, port, exclusive: true });
    await once(probe, 'listening');
  } catch (error) {
    throw portError(error, { host, port, setting });
  }
  probe.close();
  await once(probe, 'close');
}

/** What went wrong in listening, in words. */
export function portError(error: unknown, { host, port, setting }: Listening): PortError {
  if (setting !== undefined) return new PortError(`${setting} cannot be ${host}:${port}: ${(error as Error).message}.`);
  switch ((error as NodeJS.ErrnoException).code ?? '') {
    case 'EADDRINUSE':
      return new PortError(
        `Port ${port} is already in use. Stop the program that uses it, or choose another port, such as PORT=${port < 65_535 ? port + 1 : 8081}.`,
      );
    case 'EACCES':
      return new PortError(`You do not have permission to use port ${port}. Choose a port above 1023, such as PORT=8080.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new PortError(
        `HOST "${host}" is not an address of this machine. Use 127.0.0.1 to accept connections from this machine only, or 0.0.0.0 to accept them from anywhere.`,
      );
    default:
      return new PortError(`Cannot listen on ${host} port ${port}: ${(error as Error).message}.`);
  }
}
