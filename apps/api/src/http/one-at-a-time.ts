import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

const endOfHeaders = '\r\n\r\n';

/**
 * Reads the next request of a connection when the one before is answered, and looks at the network in between. Node would read all that a
 * connection has sent in one go: 20 connections with 1,400 requests each held up everybody else for two seconds, and what waits
 * takes memory. Browsers and proxies send the next request when the last is answered, so nothing changes for them.
 */
export function readOneAtATime(server: Server): void {
  /** The last request that was read of a connection, until it is answered. */
  const unanswered = new WeakMap<Socket, IncomingMessage>();
  server.on('connection', (socket: Socket) => {
    const [read] = socket.listeners('data');
    socket.removeAllListeners('data').on('data', (sent: Buffer) => {
      const end = sent.indexOf(endOfHeaders) + endOfHeaders.length;
      if (end < endOfHeaders.length || end === sent.length) {
        read!(sent);
        return;
      }
      read!(sent.subarray(0, end));
      if (socket.destroyed) return;
      socket.pause();
      socket.unshift(sent.subarray(end));
      // What is left may be the body of the request.
      if (unanswered.get(socket)?.complete !== true) setImmediate(() => socket.resume());
    });
  });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    unanswered.set(socket, request);
    response.once('close', () => {
      if (unanswered.get(socket) !== request) return;
      unanswered.delete(socket);
      setImmediate(() => socket.resume());
    });
  });
}
