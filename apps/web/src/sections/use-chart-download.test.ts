import { expect, test } from 'vitest';
import { chartCsv } from './use-chart-download.ts';

test('the first row says the filter and the notices, every row has all cells, and missing numbers are empty', () => {
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
        [
          { text: 'February 2026', value: '2026-02-01' },
          { text: '3', value: 3 },
        ],
      ],
    },
    { Filter: 'Location: Serbia, Kosovo*', Notes: 'Synthetic data.' },
  );
  expect(csv).toBe('Month,Average,Filter,Notes\r\n2026-01-01,,"Location: Serbia, Kosovo*",Synthetic data.\r\n2026-02-01,3,,\r\n');
});
