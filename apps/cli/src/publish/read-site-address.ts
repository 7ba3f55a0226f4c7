import { UsageError } from '../command-context.ts';

export interface SiteAddress {
  /** From scheme to folder, without a slash at its end. */
  readonly address: string;
  /** Path of the folder that the site is in, such as `/monitor`; empty at the top of its host. */
  readonly base: string;
}

/** The address that an operator gives for a site. Throws `UsageError` for another. */
export function readSiteAddress(given: string): SiteAddress {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const base = url?.pathname.replace(/\/$/, '') ?? '';
  // Names of folders go into the files of hosts, some of which read them as patterns.
  const isAddress = url !== undefined && /^https?:$/.test(url.protocol) && /^(?:\/[\w-][\w.-]*)*$/.test(base);
  if (!isAddress || url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '')
    throw new UsageError(
      `"${given}" is not the address of a site. Nothing was written. Give one such as https://example.org or https://example.org/monitor, with folders named in letters a to z, digits, "-", "_" and ".".`,
    );
  return { address: url.origin + base, base };
}
