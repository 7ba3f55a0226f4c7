/**
 * What can be pressed and is smaller than 24 by 24 CSS pixels (WCAG 2.5.8). Exempt, as there: a link within a sentence. The exemption
 * of small targets that lie apart is not made use of. What is only there for screen readers and keyboards has no size. It runs within a
 * page, and so uses nothing of this file but itself.
 * @param part selector of what is looked at
 */
export function smallTargets(part: string): string[] {
  const least = 24;
  const pressable =
    'a[href], button, input, select, textarea, summary, [tabindex="0"][role], [role=button], [role=slider], [role^=menuitem]';
  const measured = [...document.querySelectorAll<HTMLElement>(`:is(${part}) :is(${pressable})`)].filter(
    (element) =>
      element.closest('[aria-hidden=true], [inert], .visually-hidden, :disabled') === null &&
      // Boxes for screen readers alone, which a library adds to what opens.
      element.offsetWidth > 1 &&
      // A whole area that only scrolls or takes keys.
      !element.matches('[role=region], [role=spinbutton], canvas') &&
      !(element.matches(':is(p, li, dd) a') && getComputedStyle(element).display === 'inline' && isInSentence(element)) &&
      element.checkVisibility({ visibilityProperty: true }),
  );
  const scrolled = [...document.querySelectorAll('*')].map((element) => [element, element.scrollTop, element.scrollLeft] as const);
  const small = measured.filter((element) => !isLargeEnough(element)).map((element) => element.outerHTML.slice(0, 200));
  for (const [element, top, left] of scrolled) element.scrollTo({ top, left, behavior: 'instant' });
  return small;

  function isInSentence(element: Element): boolean {
    return element.parentElement!.textContent.trim() !== element.textContent.trim();
  }

  function isLargeBox(element: Element): boolean {
    const { width, height } = element.getBoundingClientRect();
    // Chromium rounds boxes to 64ths of a pixel.
    return width > least - 0.1 && height > least - 0.1;
  }

  /** By its box, or where points around its middle are pressed: an input by its label too, a link by what is laid over it. */
  function isLargeEnough(element: HTMLElement): boolean {
    const target = (element as HTMLInputElement).labels?.[0] ?? element;
    if (isLargeBox(element) || isLargeBox(target)) return true;
    target.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const { x, y, width, height } = target.getBoundingClientRect();
    const edges = [-least / 2 + 0.5, 0, least / 2 - 0.5];
    return edges.every((right) =>
      edges.every((down) => {
        const hit = document.elementFromPoint(x + Math.min(width, least) / 2 + right, y + height / 2 + down);
        return hit !== null && target.contains(hit);
      }),
    );
  }
}
