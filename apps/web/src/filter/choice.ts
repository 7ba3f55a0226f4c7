/**
 * A choice that an address keeps: which texts it is read from and written as, and what it is where the address does not say. Each screen
 * declares its own in its folder, in `choices.ts`.
 */
export interface Choice<Value> {
  /** Where the address does not say, and never written. */
  readonly usual: Value;
  /** Undefined if the text means nothing. */
  read(text: string): Value | undefined;
  write(value: Value): string | undefined;
  /** All that can be read, to be said where something else was given. */
  readonly allowed?: readonly string[];
}

/** A choice of one of a list; the usual one is the first, or another one that is given. */
export function oneOf<Value extends string>(allowed: readonly Value[], usual = allowed[0]!): Choice<Value> {
  return { usual, read: (text) => allowed.find((one) => one === text), write: (value) => value, allowed };
}

/** A choice of one of each of several lists, by their names. */
export function oneOfEach<const Lists extends Readonly<Record<string, readonly string[]>>>(lists: Lists) {
  const choices = Object.entries(lists).map(([name, list]) => [name, oneOf(list)]);
  return Object.fromEntries(choices) as { readonly [Name in keyof Lists]: Choice<Lists[Name][number]> };
}

/** A text of some form, or none. */
export function matching(pattern: RegExp): Choice<string | undefined> {
  return { usual: undefined, read: (text) => (pattern.test(text) ? text : undefined), write: (value) => value };
}

type Choices = Readonly<Record<string, Choice<unknown>>>;
type ValueOf<One> = One extends Choice<infer Value> ? Value : never;
type OptionalIn<All extends Choices> = { [Name in keyof All]: undefined extends ValueOf<All[Name]> ? Name : never }[keyof All];

/** What is chosen of some choices, by their names. */
export type Chosen<All extends Choices> = { readonly [Name in Exclude<keyof All, OptionalIn<All>>]: ValueOf<All[Name]> } & {
  readonly [Name in OptionalIn<All>]?: ValueOf<All[Name]>;
};

/** What is chosen if nothing is said. */
export function usualOf<All extends Choices>(choices: All): Chosen<All> {
  const said = Object.entries(choices).filter(([, { usual }]) => usual !== undefined);
  return Object.fromEntries(said.map(([name, { usual }]) => [name, usual])) as Chosen<All>;
}

/** What a choice adds to an address: nothing if it is the usual one. */
export function textOf<Value>(choice: Choice<Value>, value: Value): string | undefined {
  const text = choice.write(value);
  return text === choice.write(choice.usual) ? undefined : text;
}
