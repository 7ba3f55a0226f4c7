import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** One connection through the relay. */
interface Way {
  readonly client: Socket;
  readonly server: Socket;
  /** Whether it listens for changes. */
  listens: boolean;
}

/** A relay between product and database, so that the connection can be cut and restored, or fall silent. */
export class Relay {
  #target: URL;
  #relay: Server | undefined;
  #port = 0;
  readonly #ways = new Set<Way>();

  /** @param target address of the database */
  constructor(target: string) {
    this.#target = new URL(target);
  }

  /** The address of the database by way of the relay; known once it has been opened. */
  get url(): string {
    const through = new URL(this.#target);
    through.port = String(this.#port);
    return through.href;
  }

  /** @param target where new connections are led from now on, since the database has moved */
  follow(target: string): void {
    this.#target = new URL(target);
  }

  async open(): Promise<void> {
    this.#relay = createServer((client) => this.#lead(client)).listen(this.#port, '127.0.0.1');
    await once(this.#relay, 'listening');
    this.#port = (this.#relay.address() as AddressInfo).port;
  }

  /** Breaks all connections and takes no new ones. */
  async cut(): Promise<void> {
    this.#relay?.close();
    for (const { client, server } of this.#ways) for (const socket of [client, server]) socket.destroy();
    this.#ways.clear();
    if (this.#relay?.listening) await once(this.#relay, 'close');
  }

  /** From now on those who listen for changes hear nothing more, and do not notice. Returns how many these are. */
  silenceListeners(): number {
    const listening = [...this.#ways].filter(({ client, listens }) => listens && !client.destroyed);
    for (const { client, server } of listening) server.unpipe(client).resume();
    return listening.length;
  }

  #lead(client: Socket): void {
    const server = connect(Number(this.#target.port), this.#target.hostname);
    const way: Way = { client, server, listens: false };
    this.#ways.add(way);
    for (const socket of [client, server]) socket.on('error', () => undefined);
    client.on('data', (sent: Buffer) => (way.listens ||= sent.includes('listen "publication"')));
    server.on('close', () => client.destroy());
    client.pipe(server).pipe(client);
  }
}
