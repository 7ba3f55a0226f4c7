import { chromium } from 'playwright-core';
const [url, out, w = '1440', h = '900', theme = 'light', wait = '8000', full] = process.argv.slice(2);
const b = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'],
});
const p = await b.newPage({ viewport: { width: +w, height: +h }, colorScheme: theme });
p.on('pageerror', (e) => console.log('PAGEERROR', e.message));
p.on('console', (m) => {
  if (m.type() === 'error') console.log('CONSOLE', m.text());
});
await p.goto(url);
await p.waitForTimeout(+wait);
await p.screenshot({ path: out, fullPage: full === 'full' });
await b.close();
