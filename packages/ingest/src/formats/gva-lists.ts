import { linkWithoutNames, publisherOfLink } from '@monitor/domain';

/**
 * A numbered list of the Gun Violence Archive, `0::a||1::b`, by number. In some copies the marks are single: `0:a|1:b`.
 * Empty values are left out. Nothing else is: a part without a number belongs to the value before it, and so does one whose number has a value.
 */
export function numberedList(text: string | null): Map<number, string> {
  const found = new Map<number, string>();
  let number = 0;
  for (const part of text?.split(/\|\|?/) ?? []) {
    const match = /^\s*(\d+)\s*::?(.*)$/s.exec(part);
    number = Number(match?.[1] ?? number);
    const value = (match?.[2] ?? part).trim();
    if (value !== '') found.set(number, found.has(number) ? `${found.get(number)}|${value}` : value);
  }
  return found;
}

/** A plain list of the archive, `a||b`, or `a|b` in some copies. */
export function plainList(text: string | null): string[] {
  return (text?.split(/\|\|?/) ?? []).map((part) => part.trim()).filter((part) => part !== '');
}

/** A list of links. A single bar parts two of them only where another link follows, since bars occur inside links. */
export function linkList(text: string | null): string[] {
  return (text?.split(/\|\||\|(?=https?:)/) ?? []).map((part) => part.trim()).filter((part) => part !== '');
}

/**
 * A list of links, each whole if its address cannot name anyone, else the address of its publisher. What is not a link is a bare mark,
 * for the check to report.
 */
export function linksWithoutNames(text: string): string {
  return linkList(text)
    .map((link) => {
      if (!/^https?:/i.test(link) || !URL.canParse(link)) return '[not a link]';
      const { href, protocol } = new URL(link);
      return linkWithoutNames(href) ?? `${protocol}//${publisherOfLink(href)}`;
    })
    .join('||');
}
