import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DayField } from '../src/filter/day-field.tsx';
import { drawAt } from './drawn.tsx';
import { useState } from 'react';

function First() {
  const [day, setDay] = useState<string>();
  return (
    <DayField
      end="first"
      value={day}
      otherwise={'2014-01-01'}
      coverage={{ from: '2014-01-01', to: '2026-10-31' }}
      onChange={setDay}
    />
  );
}

test('a day that no calendar has is refused with the reason', async () => {
  await drawAt('', <First />);
  await page.getByRole('button', { name: /Start date/ }).click();
  const part = page.getByRole('spinbutton').first();
  await part.click();
  await userEvent.keyboard('31022024');
  await expect.element(page.getByRole('alert')).toHaveTextContent('This is not a real date.');
});
