import { notices } from '@monitor/domain';
import { expect, test } from 'vitest';
import english from './locales/en.json' with { type: 'json' };

test('the English notices of the interface are those of downloads', () => {
  const { designations: _, ...shown } = notices;
  expect({ ...english.notice, sensitive: english.export.sensitive }).toMatchObject(shown);
});
