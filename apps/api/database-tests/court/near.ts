/* Where on a page something is said: a sentence is about what stands beside it, such as the place and the measure of its row. */

export type Body = Readonly<Record<string, unknown>>;

/** The objects of an answer around a sentence, the innermost first. */
export type Near = readonly Body[];

/** A value of a message, or of an answer, as text; nothing of what is neither text nor a number. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** What stands under one of some names nearest to a sentence. */
export function nearest(near: Near, ...names: readonly string[]): unknown {
  for (const one of near) for (const name of names) if (one[name] !== undefined) return one[name];
  return undefined;
}

const textsKnown = new WeakMap<Body, ReadonlyMap<string, readonly Near[]>>();

function textsOf(body: Body): ReadonlyMap<string, readonly Near[]> {
  const found = textsKnown.get(body) ?? findTexts(body);
  textsKnown.set(body, found);
  return found;
}

function findTexts(body: Body): Map<string, Near[]> {
  const texts = new Map<string, Near[]>();
  const walk = (value: unknown, near: Near) => {
    if (typeof value === 'string') texts.set(value, [...(texts.get(value) ?? []), near]);
    else if (Array.isArray(value)) for (const one of value) walk(one, near);
    else if (typeof value === 'object' && value !== null)
      for (const one of Object.values(value)) walk(one, [value as Body, ...near]);
  };
  walk(body, []);
  return texts;
}

/** Each place where a text is said, by itself or else as part of another, if need be in small letters; none if the page does not show it. */
export function placesWhereSaid(text: string, body: Body): readonly Near[] {
  const texts = textsOf(body);
  const alone = texts.get(text);
  if (alone !== undefined) return alone;
  const within = (as: (one: string) => string) =>
    [...texts].flatMap(([whole, near]) => (isWithin(as(whole), as(text)) ? near : []));
  const exact = within((one) => one);
  return exact.length > 0 ? exact : within((one) => one.toLowerCase());
}

/** `71% more` is no part of `271% more`. */
function isWithin(whole: string, text: string): boolean {
  const at = whole.indexOf(text);
  return at === 0 || (at > 0 && !/[\p{L}\d.,]/u.test(whole[at - 1]!));
}

/** Messages of a page, each text once. Where it was said of different values, a reader knows only those that it shows. */
export function distinct(statements: readonly { readonly key: string; readonly values: Body; readonly text: string }[]) {
  const said = new Map<string, { key: string; values: Body; text: string; at: number; isAmbiguous: boolean }>();
  for (const [at, { key, values, text }] of statements.entries()) {
    const known = said.get(`${key} ${text}`);
    const isAmbiguous = known !== undefined && (known.isAmbiguous || JSON.stringify(known.values) !== JSON.stringify(values));
    const shown = Object.entries(values).filter(([, value]) => typeof value !== 'string' || text.includes(value));
    said.set(`${key} ${text}`, {
      key,
      text,
      at: known?.at ?? at,
      isAmbiguous,
      values: isAmbiguous ? Object.fromEntries(shown) : values,
    });
  }
  return said.values();
}
