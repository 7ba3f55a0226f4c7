import { chromium } from 'playwright-core';
const b = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'],
});
const base = process.env.BASE ?? 'http://127.0.0.1:8071';
const [, , what = 'all'] = process.argv;
const shots = {
  explore: [
    '/?from=2024-01-01&to=2026-10-31',
    async (p) => {
      await p.getByRole('region', { name: 'Largest circles in view' }).getByRole('button').first().waitFor({ timeout: 60000 });
      await p.waitForTimeout(6000);
    },
  ],
  data: ['/data', async (p) => p.waitForTimeout(800)],
  about: ['/about', async (p) => p.waitForTimeout(800)],
  export: [
    '/?from=2024-01-01',
    async (p) => {
      await p.waitForTimeout(2000);
      await p
        .getByRole('button', { name: /^Export/ })
        .last()
        .click();
      await p.waitForTimeout(1500);
    },
  ],
  record: ['/?incident=first', async (p) => p.waitForTimeout(2500)],
};
const first = (await (await fetch(base + '/api/v1/incidents?limit=1')).json()).items[0].id;
const modes = (process.env.MODES ?? 'light,dark,forced').split(',');
for (const w of (process.env.W ?? '1440,390').split(',').map(Number))
  for (const m of modes) {
    const c = await b.newContext({
      viewport: { width: w, height: w > 500 ? 900 : 844 },
      colorScheme: m === 'dark' || m === 'forceddark' ? 'dark' : 'light',
      reducedMotion: 'reduce',
      forcedColors: m.startsWith('forced') ? 'active' : 'none',
    });
    for (const s of what === 'all' ? Object.keys(shots) : what.split(',')) {
      const p = await c.newPage();
      if (['protanopia', 'deuteranopia', 'tritanopia'].includes(m)) {
        const cdp = await c.newCDPSession(p);
        await cdp.send('Emulation.setEmulatedVisionDeficiency', { type: m });
      }
      await p.goto(base + shots[s][0].replace('first', first));
      try {
        await shots[s][1](p);
      } catch (e) {
        console.log(s, w, m, String(e).slice(0, 200));
      }
      await p.screenshot({ path: `/tmp/cl/${s}-${w}-${m}.png`, fullPage: (s === 'data' || s === 'about') && !!process.env.FULL });
      await p.close();
    }
    await c.close();
  }
await b.close();
