/** True for a text that can be a public identifier: `AV-` and twelve characters of Crockford's base 32. */
export function isPublicId(text: string): boolean {
  return /^AV-[0-9A-HJKMNP-TV-Z]{12}$/.test(text);
}
