import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readContext, UsageError } from '../command-context.ts';
import { reportCommand } from './report.ts';

const folder = await mkdtemp(join(tmpdir(), 'monitor-report-'));
afterAll(() => rm(folder, { recursive: true }));

test('without a server the command says where none answers', async () => {
  const context = readContext({ INIT_CWD: folder }, new AbortController().signal);
  const options = { place: 'all', period: '2026', output: '.', server: 'http://127.0.0.1:9' };
  const report = reportCommand(options, context);
  await expect(report).rejects.toThrow(UsageError);
  await expect(report).rejects.toThrow('No server answers at http://127.0.0.1:9');
});
