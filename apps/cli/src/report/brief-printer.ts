import { openBrowser } from '@monitor/browser';
import type { ChosenBrief } from './chosen-briefs.ts';

/** Makes files of briefs, as a browser prints and draws them. */
export interface BriefPrinter {
  /** The two pages as PDF: tagged, with an outline, in the language and with the title of the page. */
  readonly pdf: (brief: ChosenBrief) => Promise<Buffer>;
  /** One figure as a square PNG. */
  readonly picture: (brief: ChosenBrief, figure: string) => Promise<Buffer>;
  readonly close: () => Promise<void>;
}

/** Milliseconds for one brief. */
const longest = 60_000;

/**
 * A browser that sees the monitor at its public address, which the briefs name and their QR codes lead to, while a server elsewhere
 * answers.
 * @param server origin of the server that answers
 * @param address origin that the briefs give as theirs
 */
export async function openPrinter(server: string, address: string): Promise<BriefPrinter> {
  const browser = await openBrowser();
  const context = await browser.newContext({
    viewport: { width: 1200, height: 900 },
    reducedMotion: 'reduce',
    colorScheme: 'light',
  });
  context.setDefaultTimeout(longest);
  if (address !== server)
    await context.route(`${address}/**`, async (route) => {
      const { pathname, search } = new URL(route.request().url());
      await route.fulfill({ response: await route.fetch({ url: `${server}${pathname}${search}` }) });
    });

  /** The page of a brief, when all of it is there. */
  async function open({ query }: ChosenBrief) {
    const page = await context.newPage();
    await page.goto(`${address}/report?${query}`);
    const ready = page.locator('[data-page="2"]');
    const failure = page.locator('article [role="alert"]');
    await ready.or(failure).first().waitFor();
    if (await failure.isVisible()) throw new Error(`${page.url()}: ${await failure.innerText()}`);
    if (await page.locator('[data-map]').isVisible()) await page.locator('[data-map] [data-rate-map]').waitFor();
    await page.waitForLoadState('networkidle');
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    return page;
  }

  return {
    async pdf(brief) {
      const page = await open(brief);
      try {
        return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
      } finally {
        await page.close();
      }
    },
    async picture(brief, figure) {
      const page = await open(brief);
      try {
        await page.locator('[data-action="picture-of"]').selectOption(figure);
        const downloading = page.waitForEvent('download');
        await page.locator('[data-action="picture"]').click();
        const stream = await (await downloading).createReadStream();
        return Buffer.concat(await stream.toArray());
      } finally {
        await page.close();
      }
    },
    close: () => browser.close(),
  };
}
