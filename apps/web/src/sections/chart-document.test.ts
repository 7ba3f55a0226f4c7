import { expect, test } from 'vitest';
import { chartSvg } from './chart-document.ts';

const colours = { background: '#fff', ink: '#000', muted: '#555' };

test('a downloaded chart says its title, filter, notices and source, and no text is markup', () => {
  const svg = chartSvg(
    {
      title: 'Incidents each month',
      lines: ['Text: "<script>" & more'],
      body: { markup: '<rect/>', width: 400, height: 200 },
      notes: ['References to Kosovo shall be understood to be in the context of UN Security Council resolution 1244 (1999).'],
    },
    colours,
  );
  expect(svg).toContain('>Incidents each month</text>');
  expect(svg).toContain('&#60;script&#62;');
  expect(svg).not.toContain('<script>');
  expect(svg).toContain('resolution 1244');
  expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true);
});
