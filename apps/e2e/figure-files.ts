import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { deep } from '../../testing/depth.ts';

/* The files that figures of a page offer. */

type Kind = 'CSV' | 'PNG' | 'SVG';

/** A figure, and what its menu gives. */
export interface FigureFiles {
  readonly name: string;
  /** Kinds of files that its menu has. */
  readonly kinds: readonly string[];
  /** Whether it is drawn. A table gives its numbers, with small pictures in them. */
  readonly hasPicture: boolean;
  /** Texts of its files by kind, empty if not made; of a picture of points, its address as data. */
  readonly files: Readonly<Record<Kind, string>>;
  /** Whether it says that something went wrong. */
  readonly failed: boolean;
}

/**
 * Presses choices of the menus of the page's figures, and keeps what the browser would save.
 * @param wanted kinds of files that are made
 * @param named selects figures by the beginning of their name
 * @param withNumbers names of figures that are drawn and of which numbers are made as well, as a regular expression
 */
export function filesOfFigures(
  page: Page,
  wanted: readonly Kind[] = ['CSV', 'SVG'],
  named = '',
  withNumbers = '',
): Promise<readonly FigureFiles[]> {
  return page.evaluate(
    async ([kindsWanted, beginning, numbered]) => {
      const blobs = new Map<string, Blob>();
      const saved: Blob[] = [];
      const createObjectURL = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (blob) => {
        const address = createObjectURL(blob);
        blobs.set(address, blob as Blob);
        return address;
      };
      HTMLAnchorElement.prototype.click = function keep() {
        saved.push(blobs.get(this.href)!);
      };
      const offer = ':scope > div > div > button[aria-label^="Download “"]';
      const figures = [
        ...document.querySelectorAll<HTMLElement>(beginning === '' ? 'section' : `section[aria-label^="${beginning}"]`),
      ].filter((section) => section.querySelector(offer));
      const found: FigureFiles[] = [];
      for (const figure of figures) {
        const name = figure.ariaLabel ?? '';
        let kinds: readonly string[] = [];
        const files = { CSV: '', PNG: '', SVG: '' };
        // A picture can be looked at as a table, or has it beside it.
        const hasPicture =
          figure.querySelector(':scope > div > div > button[aria-label$="as a table"]') !== null ||
          [...figure.querySelectorAll('svg[role="img"]')].some((svg) => svg.getBoundingClientRect().width > 300);
        for (const kind of kindsWanted) {
          if (kind === 'CSV' && hasPicture && !new RegExp(numbered).test(name)) continue;
          if (kinds.length > 0 && !kinds.includes(kind)) continue;
          figure.querySelector<HTMLElement>(offer)!.click();
          const items = await until(`the menu of ${name}`, () => {
            const all = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')];
            return all.length > 0 && all;
          });
          kinds = items.map((item) => /\((\w+)\)/.exec(item.innerText)?.[1] ?? item.innerText);
          saved.length = 0;
          if (!kinds.includes(kind)) throw new Error(`${name} has no ${kind}`);
          items[kinds.indexOf(kind)]!.click();
          const file = await until(`${kind} of ${name}`, () => saved[0] ?? (hasFailed(figure) && new Blob()));
          files[kind] = kind === 'PNG' ? await asData(file) : await file.text();
          await until(`the end of the menu of ${name}`, () => document.querySelector('[role=menuitem]') === null);
        }
        found.push({ name, kinds, hasPicture, files, failed: hasFailed(figure) });
      }
      URL.createObjectURL = createObjectURL;
      // That of every element is there again.
      Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
      return found;

      function hasFailed(figure: Element): boolean {
        return figure.querySelector('[role=alert]') !== null;
      }

      async function until<Value>(what: string, look: () => Value | false | undefined): Promise<Value> {
        for (const start = performance.now(); performance.now() - start < 60_000;) {
          const value = look();
          if (value !== false && value !== undefined) return value;
          await new Promise((drawn) => requestAnimationFrame(drawn));
        }
        throw new Error(`Waited for ${what}`);
      }

      function asData(file: Blob): Promise<string> {
        const reader = new FileReader();
        reader.readAsDataURL(file);
        return new Promise((read) => reader.addEventListener('load', () => read(reader.result as string)));
      }
    },
    [wanted, named, withNumbers] as const,
  );
}

/**
 * Every picture and table of a page is in a figure with a menu, whose files say what they must: the picture, of a table its numbers, and
 * in a deep run both.
 * @param least figures that there are
 * @param withNumbers names of figures that are drawn and of which numbers are made in each run, as a regular expression
 */
export async function expectFigureFiles(page: Page, least: number, withNumbers = '^$'): Promise<readonly FigureFiles[]> {
  // The menus of the cards come one by one.
  await expect.poll(() => withoutDownload(page)).toEqual([]);
  const figures = await filesOfFigures(page, ['CSV', 'SVG'], '', deep ? '' : withNumbers);
  expect(figures.length).toBeGreaterThanOrEqual(least);
  const missing = (text: string, ...words: string[]) => words.filter((one) => !text.includes(one));
  for (const { name, kinds, hasPicture, files, failed } of figures) {
    const said = hasPicture && files.CSV === '' && !deep ? [] : missing(files.CSV, 'References to Kosovo', 'made up', 'Licence: ');
    const written = files.SVG.replaceAll(/<[^>]*>/g, ' ');
    expect
      .soft(
        {
          kinds,
          failed,
          csv: said,
          svg: hasPicture ? missing(written, 'References to Kosovo', 'made up', 'Licence: ', 'Downloaded on ') : [],
          hasNaN: files.SVG.includes('NaN'),
        },
        name,
      )
      .toEqual({ kinds: hasPicture ? ['CSV', 'PNG', 'SVG'] : ['CSV'], failed: false, csv: [], svg: [], hasNaN: false });
  }
  return figures;
}

/** Pictures and tables whose own section has no download, by their section and their beginning. */
function withoutDownload(page: Page): Promise<string[]> {
  return page.locator('main').evaluate((main) => {
    const offers = [...main.querySelectorAll('button[aria-label^="Download “"]')].map((button) =>
      button.closest('section[data-form]'),
    );
    const isLarge = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 60 && height > 40;
    };
    const pictures = [...main.querySelectorAll('svg')].filter((svg) => svg.querySelector('text') !== null || isLarge(svg));
    const isCode = (svg: Element) => svg.getAttribute('aria-label')?.startsWith('QR code') === true;
    return [...pictures.filter((svg) => !isCode(svg)), ...main.querySelectorAll('table, figure')]
      .filter((one) => !offers.includes(one.closest('section[data-form]')))
      .map((one) => `${one.closest('section')?.getAttribute('aria-label') ?? 'no section'}: ${one.outerHTML.slice(0, 120)}`);
  });
}
