import { expect } from 'vitest';

/** The text of a page as the server draws it, with its figures: a busy server sends one without, and has them for the next visitor. */
export async function drawnPage(address: string): Promise<string> {
  let page = '';
  const ask = async () => (page = await (await fetch(address, { headers: { accept: 'text/html' } })).text());
  await expect.poll(ask, { interval: 500 }).toContain('id="first-answers"');
  return page;
}
