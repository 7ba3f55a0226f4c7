import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { countIncidents, DatabaseError, type DatabaseOptions, openDatabase } from '../src/index.ts';
import { databaseName } from './template-database.ts';
import { useTestDatabase } from './test-database.ts';

const used = useTestDatabase();

async function failure(url: string, options: DatabaseOptions = {}): Promise<DatabaseError> {
  const error: unknown = await openDatabase(url, options).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DatabaseError);
  expect((error as DatabaseError).message).not.toContain('\n');
  return error as DatabaseError;
}

test('a database that is there is opened and closed', async () => {
  const database = await openDatabase(used.url, { connections: 2 });
  expect(await countIncidents(database, {})).toBe(0);
  await database.close();
});

test('a wrong password is reported without the password', async () => {
  const { message } = await failure(used.url.replace(/:[^:@]*@/, ':wrong-password@'));
  expect(message).toContain('rejected the user "monitor"');
  expect(message).not.toContain('wrong-password');
});

test('a missing database is named', async () => {
  expect((await failure(used.url.replace(databaseName(used.url), 'nowhere'))).message).toContain('There is no database "nowhere"');
});

test('a port at which nobody answers is named', async () => {
  expect((await failure('postgres://monitor:secret@127.0.0.1:1/monitor')).message).toContain('There is no database at 127.0.0.1:1');
});

test('a server that is not PostgreSQL is reported', async () => {
  const server = createServer((socket) =>
    socket
      .on('error', () => undefined)
      .resume()
      .end('HTTP/1.1 400 Bad Request\r\n\r\n'),
  ).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  expect((await failure(`postgres://monitor:secret@127.0.0.1:${port}/monitor`, { connectTimeout: 0.5 })).message).toContain(
    'Could not reach the database',
  );
  server.close();
});

test('a database in another encoding is refused', async () => {
  const latin = await used.another("encoding 'SQL_ASCII' locale 'C' locale_provider libc template template0");
  expect((await failure(latin)).message).toContain('encoding SQL_ASCII');
});
