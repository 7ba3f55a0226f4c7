/** An address of the web, or undefined for anything else: data can hold `javascript:` and worse. */
export function webAddress(text: string | null): URL | undefined {
  if (text === null || !URL.canParse(text)) return undefined;
  const address = new URL(text);
  return address.protocol === 'https:' || address.protocol === 'http:' ? address : undefined;
}

/** The address to open for what an operator gives as contact or licence: of the web or of an email account; undefined for words. */
export function contactAddress(text: string): string | undefined {
  if (/^[^\s@:/?]+@[^\s@:/?]+\.[^\s@:/?]+$/.test(text)) return `mailto:${text}`;
  return webAddress(text)?.href;
}
