import { expect, test } from 'vitest';
import { chartCsv } from './use-chart-download.ts';

test('every row says the filter and the notices, and missing numbers are empty', () => {
  const csv = chartCsv(
    {
      columns: [
        { label: 'Month', number: false },
        { label: 'Average', number: true },
      ],
      rows: [
        [
          { text: 'January 2026', value: '2026-01-01' },
          { text: '–', value: null },
        ],
      ],
    },
    { Filter: 'Location: Serbia, Kosovo*', Notes: 'Synthetic data.' },
  );
  expect(csv).toBe('Month,Average,Filter,Notes\r\n2026-01-01,,"Location: Serbia, Kosovo*",Synthetic data.\r\n');
});
