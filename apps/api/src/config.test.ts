import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

test('without any variable the server is local, limited and has its own database', () => {
  const config = readConfig({ INIT_CWD: '/somewhere' });
  expect(config).toMatchObject({
    host: '127.0.0.1',
    port: 8080,
    databaseUrl: undefined,
    rateLimit: 3000,
    logLevel: 'warn',
    analytics: 'cube',
    demo: true,
    trustProxy: false,
    operator: undefined,
    basemap: undefined,
  });
  expect(config.dataFolder).toMatch(/[\\/]\.data$/);
});

test('settings are read, and an empty one counts as absent', () => {
  const config = readConfig({
    INIT_CWD: '/somewhere',
    PORT: '0',
    HOST: '',
    DATABASE_URL: 'postgresql://reader@localhost/monitor',
    DATA_FOLDER: 'mine',
    RATE_LIMIT: 'off',
    DEMO: 'off',
    TRUST_PROXY: 'loopback, 10.0.0.0/8, ::1',
    PUBLISHER_NAME: 'Institute',
    CONTACT: ' data@example.org ',
    LICENCE: '',
  });
  expect(config).toMatchObject({
    port: 0,
    host: '127.0.0.1',
    databaseUrl: 'postgresql://reader@localhost/monitor',
    rateLimit: 'off',
    demo: false,
    trustProxy: ['loopback', '10.0.0.0/8', '::1'],
    publisher: 'Institute',
    contact: 'data@example.org',
    licence: undefined,
  });
  expect(config.dataFolder).toMatch(/somewhere[\\/]mine$/);
  expect(readConfig({ TRUST_PROXY: '1' }).trustProxy).toBe(1);
});

describe('a bad value is refused in one line that names the variable', () => {
  test.each([
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['RATE_LIMIT', 'lots'],
    ['RATE_LIMIT', '0'],
    ['LOG_LEVEL', 'loud'],
    ['ANALYTICS', 'magic'],
    ['DEMO', 'maybe'],
    ['TRUST_PROXY', 'everyone'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['MAP_PMTILES', '/no/such/file.pmtiles'],
    ['REPLICA_URL', 'mysql://localhost/monitor'],
    ['REPLICA_URL', 'postgres://reader@localhost/monitor'],
    ['DATABASE_URL', 'mysql://localhost/monitor'],
    ['DATABASE_URL', 'secret'],
  ])('%s=%s', (name, value) => {
    const attempt = () => readConfig({ [name]: value });
    expect(attempt).toThrow(ConfigError);
    expect(attempt).toThrow(new RegExp(`^${name} .*\\.$`));
    if (name === 'DATABASE_URL') expect(attempt).not.toThrow(new RegExp(value));
  });
});

test.each([
  [{}, false],
  [{ HOST: '127.0.0.1' }, false],
  [{ HOST: 'localhost' }, false],
  [{ HOST: '::1' }, false],
  [{ HOST: '0.0.0.0' }, true],
  [{ HOST: '0.0.0.0', CROSS_ORIGIN: 'off' }, false],
  [{ CROSS_ORIGIN: 'on' }, true],
])('%j: pages of other sites may read the API: %s', (environment, expected) => {
  expect(readConfig(environment).crossOrigin).toBe(expected);
});

test.each(['MAP_STYLE_URL', 'MAP_ORIGINS'])('the removed %s is refused, and the message says what to do', (name) => {
  const attempt = () => readConfig({ [name]: 'https://maps.example.org' });
  expect(attempt).toThrow(ConfigError);
  expect(attempt).toThrow(
    `${name} was removed. Delete it and, for your own base map, set MAP_PMTILES to the path of a PMTiles file.`,
  );
  expect(readConfig({ [name]: '' }).basemap).toBeUndefined();
});

test('a PMTiles file is known by its first bytes, and its path is relative to where the person is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pmtiles-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'map.pmtiles'), 'PMTiles\u0003 and more');
  writeFileSync(join(folder, 'old.pmtiles'), 'PMTiles\u0002 and more');
  const read = (MAP_PMTILES: string) => readConfig({ INIT_CWD: folder, MAP_PMTILES });
  expect(read('map.pmtiles').basemap).toBe(join(folder, 'map.pmtiles'));
  expect(() => read('old.pmtiles')).toThrow('MAP_PMTILES must be a PMTiles file of version 3; "old.pmtiles" is not.');
});

test('a focus gives the publisher and says whether there are made-up incidents, unless the settings do', () => {
  const folder = mkdtempSync(join(tmpdir(), 'focus-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'mine.yaml'), 'title: Mine\nregion: Brazil\nlocations: [BR]\nview: [-74, -34, -34, 5.5]\n');
  const read = (others: object) => readConfig({ INIT_CWD: folder, FOCUS: 'mine.yaml', ...others });
  expect(read({})).toMatchObject({ publisher: 'Mine', demo: false, focus: { locations: ['BR'] } });
  expect(read({ DEMO: 'on', PUBLISHER_NAME: 'Institute' })).toMatchObject({ publisher: 'Institute', demo: true });
  expect(() => read({ FOCUS: 'other.yaml' })).toThrow(/^FOCUS must be the path of a file such as focus\/see.yaml\. "other.yaml"/);
});

test('the operator can have an address of his own', () => {
  const operatorAt = (text: string) => readConfig({ OPERATOR_ADDRESS: text }).operator;
  expect(operatorAt('127.0.0.1:9090')).toMatchObject({ host: '127.0.0.1', port: 9090 });
  expect(operatorAt('[::1]:9090')).toMatchObject({ host: '::1', port: 9090 });
  for (const wrong of ['9090', '127.0.0.1', 'localhost:99999', ':9090', 'http://127.0.0.1:9090/x'])
    expect(() => operatorAt(wrong)).toThrow('OPERATOR_ADDRESS must be an address and a port');
});
