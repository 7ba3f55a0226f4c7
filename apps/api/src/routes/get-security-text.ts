import { ProblemError } from '@monitor/engine';
import type { Api, Services } from '../services.ts';

/** Days that the answer may be relied on. */
const validDays = 180;

/** How to report a weakness of this instance (RFC 9116), where the setting `CONTACT` says how the operator can be reached. */
export function getSecurityText(app: Api, { settings }: Services): void {
  app.get('/.well-known/security.txt', { schema: { hide: true } }, async (_request, reply) => {
    const contact = contactAddress(settings.contact);
    if (contact === undefined) throw new ProblemError('not_found', 'The operator of this server has given no address for reports.');
    const expires = new Date(Date.now() + validDays * 86_400_000).toISOString();
    return reply
      .type('text/plain; charset=utf-8')
      .header('Cache-Control', 'public, max-age=86400')
      .send(`Contact: ${contact}\nExpires: ${expires}\nPreferred-Languages: en\n`);
  });
}

/** The setting as an address; undefined if it is in words. */
export function contactAddress(contact: string | undefined): string | undefined {
  if (contact === undefined) return undefined;
  if (/^https:\/\/\S+$/.test(contact) && URL.canParse(contact)) return contact;
  return /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(contact) ? `mailto:${contact}` : undefined;
}
