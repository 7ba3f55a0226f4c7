import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { downloadFile, type DownloadOptions, isAddress } from './download-file.ts';

const address = 'https://police.example/files/incidents.csv?key=Zzyzx';
const { signal } = new AbortController();

function madeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'monitor-download-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A network that gives these answers, one for each request. */
function answering(...answers: readonly (Response | Error)[]) {
  const left = [...answers];
  return vi.fn<typeof fetch>(() => {
    const answer = left.shift();
    return answer instanceof Response ? Promise.resolve(answer) : Promise.reject(answer ?? new TypeError('fetch failed'));
  });
}

const redirect = (location: string) => new Response(null, { status: 302, headers: { location } });
const headersOf = (fetched: ReturnType<typeof answering>, call: number) => fetched.mock.calls[call]?.[1]?.headers;

test('a file is downloaded once, and again after it has changed', async () => {
  const folder = madeFolder();
  const changed = new Response('id,date\n2,2024-01-01\n');
  const network = answering(
    new Response('id,date\n', { headers: { etag: '"1"', 'last-modified': 'Sat, 28 Nov 2026 08:00:00 GMT' } }),
    new Response(null, { status: 304 }),
    changed,
  );
  const download = () => downloadFile(address, folder, { signal, fetch: network });
  const first = await download();
  expect([basename(first.path), first.unchangedSince, readFileSync(first.path, 'utf8')]).toEqual([
    'incidents.csv',
    undefined,
    'id,date\n',
  ]);
  expect(headersOf(network, 0)).toEqual({ 'user-agent': 'open-armed-violence-monitor' });

  expect(await download()).toEqual({
    path: first.path,
    inside: '',
    unchangedSince: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d UTC$/) as string,
  });
  expect(headersOf(network, 1)).toMatchObject({ 'if-none-match': '"1"', 'if-modified-since': 'Sat, 28 Nov 2026 08:00:00 GMT' });

  expect((await download()).unchangedSince).toBeUndefined();
  expect(readFileSync(first.path, 'utf8')).toBe('id,date\n2,2024-01-01\n');
  // The file may have names in columns that are not read.
  expect(statSync(first.path).mode & 0o077).toBe(0);
});

test('an address may name a file in an archive, which the server is not sent', async () => {
  const network = answering(new Response('PK'), new Response('PK'));
  const named = 'https://police.example/2023.zip#years/2023%20a.csv';
  const { path, inside } = await downloadFile(named, madeFolder(), { signal, fetch: network });
  expect((await downloadFile('https://police.example/a.zip#100%', madeFolder(), { signal, fetch: network })).inside).toBe('100%');
  expect([basename(path), inside, network.mock.calls[0]?.[0]]).toEqual([
    '2023.zip',
    'years/2023 a.csv',
    'https://police.example/2023.zip',
  ]);
});

test('an address may lead to others', async () => {
  const network = answering(redirect('/latest.csv'), redirect('https://files.example/a.csv'), new Response('id\n'));
  const { path } = await downloadFile(address, madeFolder(), { signal, fetch: network });
  expect(readFileSync(path, 'utf8')).toBe('id\n');
  expect(network.mock.calls.map(([url]) => url)).toEqual([
    address,
    'https://police.example/latest.csv',
    'https://files.example/a.csv',
  ]);
});

test.each<[string, string, readonly (Response | Error)[], string, Partial<DownloadOptions>?]>([
  ['another kind of address', 'http://police.example/a.csv', [], 'Only addresses that begin with https:// are downloaded'],
  ['another kind of file', 'file:///etc/passwd', [], 'Only addresses that begin with https:// are downloaded'],
  ['a password', 'https://me:Zzyzx@police.example/a.csv', [], 'Leave out the user name and password in the address'],
  ['an error', address, [new Response('Zzyzx', { status: 404 })], 'police.example answered with the status 404. Check the address'],
  ['no server', address, [new TypeError('fetch failed')], 'police.example could not be reached, or stopped before the end'],
  ['a way out of https', address, [redirect('http://169.254.169.254/')], 'leads to an address that does not begin with https://'],
  ['a circle', address, Array.from({ length: 7 }, () => redirect(address)), 'leads to more than 5 other addresses'],
  ['too long a file', address, [new Response('x'.repeat(2000))], 'The file from police.example is longer than', { longest: 1000 }],
])('%s is refused, without what the address has for this person alone', async (_, from, answers, message, more) => {
  const folder = madeFolder();
  const refused = downloadFile(from, folder, { signal, fetch: answering(...answers), ...more });
  await expect(refused).rejects.toThrow(message);
  await expect(refused).rejects.not.toThrow(/Zzyzx/);
  expect(readdirSync(folder, { recursive: true }).filter((name) => String(name).includes('.csv'))).toEqual([]);
});

test('a download ends with the command', async () => {
  const stopped = new AbortController();
  const never = new ReadableStream({ start: () => undefined });
  const fetched = downloadFile(address, madeFolder(), { signal: stopped.signal, fetch: answering(new Response(never)) });
  stopped.abort();
  await expect(fetched).rejects.toThrow(/abort/i);
});

test('a name of a file is not an address', () => {
  expect(['https://a.example/b.csv', 'HTTP://a', 'a.csv', '-', 'C:\\a.csv', './https:/a'].map(isAddress)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
