import { useState } from 'react';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { FilterAreas } from '../src/map/drawn-shape.ts';
import { mapThemes } from '../src/map/map-theme.ts';
import { useAreaTool } from '../src/map/use-area-tool.ts';
import { draw } from './drawn.tsx';

test('an area that has left the filter is not being changed any more, also when it comes back', async () => {
  draw(<Tool />);
  const tool = page.getByRole('status');
  await page.getByRole('button', { name: 'Change' }).click();
  await expect.element(tool).toHaveTextContent('edit');
  // As Back and Forward do.
  await page.getByRole('button', { name: 'Area' }).click();
  await expect.element(tool).toHaveTextContent('none');
  await page.getByRole('button', { name: 'Area' }).click();
  await expect.element(tool).toHaveTextContent('none');
});

function Tool() {
  const [areas, setAreas] = useState<FilterAreas>({ bbox: [19, 42, 23, 46] });
  const { tool = 'none', choose } = useAreaTool(null, { areas, theme: mapThemes.light, onArea: () => undefined });
  return (
    <>
      <output>{tool}</output>
      <button type="button" onClick={() => choose('edit')}>
        Change
      </button>
      <button type="button" onClick={() => setAreas(areas.bbox ? {} : { bbox: [19, 42, 23, 46] })}>
        Area
      </button>
    </>
  );
}
