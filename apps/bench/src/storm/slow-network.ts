import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A way to a server on this machine, over which everything comes later than it was sent, or not at all. */
export class SlowNetwork {
  /** Milliseconds that each piece takes. */
  delay = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(target: () => Promise<number | undefined>) {
    this.#server = createServer({ allowHalfOpen: true }, (near) => void this.#join(near, target));
  }

  /** @param target gives the port that a new connection leads to; undefined if there is none now */
  static async open(target: () => Promise<number | undefined>): Promise<SlowNetwork> {
    const network = new SlowNetwork(target);
    network.#server.listen(0, '127.0.0.1');
    await once(network.#server, 'listening');
    return network;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Breaks all connections. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  close(): void {
    this.#server.close();
    this.cut();
  }

  async #join(near: Socket, target: () => Promise<number | undefined>): Promise<void> {
    this.#keep(near);
    const port = await target().catch(() => undefined);
    if (port === undefined) return void near.destroy();
    const far = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    this.#keep(far);
    await Promise.all([this.#carry(near, far), this.#carry(far, near)]);
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    // The other side sees the end.
    socket.on('error', () => undefined).once('close', () => this.#sockets.delete(socket));
  }

  async #carry(from: Socket, to: Socket): Promise<void> {
    try {
      // The other direction goes on.
      for await (const piece of from.iterator({ destroyOnReturn: false })) {
        if (this.delay > 0) await sleep(this.delay);
        if (!to.write(piece as Buffer)) await Promise.race([once(to, 'drain'), once(to, 'close')]);
      }
      to.end();
    } catch {
      to.destroy();
    }
  }
}
