/** Words in the addresses of any site, in English and the languages of the region. None of them names a person. */
const siteWords =
  'incident|incidents|news|article|articles|story|stories|node|item|post|posts|page|view|print|report|reports' +
  '|press|release|releases|crime|local|detail|details|show|index|archive|vest|vesti|vijest|vijesti|novosti|hronika' +
  '|kronika|clanak|lajme|lajmi|artikull|stire|stiri|en|sr|bs|hr|me|mk|sq|ro|ru|uk|id|nid|pid|aid|p';

const uuid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const ending = '([.](html?|php|aspx?|jsp))?';
const words = `/(${uuid}|${siteWords})${ending}`;
const date = '/20[0-9]{2}([/-][0-9]{1,2}){1,2}';
/** Longer ones, and those that begin with 0, may be numbers of people and telephones. So may two that follow each other. */
const number = `/[1-9]([_.-]*[0-9]){0,7}${ending}`;
const numbers = `(${date})?(${number})?`;
const parameter = `(${siteWords})=[1-9][0-9]{0,7}`;

/**
 * Addresses in which nothing but the host can name a person: words of any site, dates, and short numbers. Letters of either case. A regular
 * expression that JavaScript and PostgreSQL read alike; a CHECK of the database holds links to it (a test compares the two).
 */
export const namelessAddress = `^https?://[a-z0-9.-]+(:[0-9]+)?(${numbers}${words})*${numbers}/?([?]${parameter}(&${parameter})*)?$`;

const nameless = new RegExp(namelessAddress, 'i');

/** Services on which people publish under a host of their own. */
const personalHost =
  /(?:^|\.)(blogspot(?:\.[a-z]{2,3}){1,2}|(?:wordpress|tumblr|typepad|livejournal|medium|substack|weebly|wixsite)\.com|github\.io)$/;

/**
 * The link without its part from `#` on, or null if its address could name a person, as `/john-doe-shot-dead` does, or leads to
 * no page of its own. See docs/adr/0007-links-without-names.md.
 * @param href an http or https address, written as the URL standard writes it
 */
export function linkWithoutNames(href: string): string | null {
  const [bare = ''] = href.split('#');
  const leadsSomewhere = !/^https?:\/\/[^/]*\/?$/.test(bare);
  return leadsSomewhere && nameless.test(bare) && !personalHost.test(hostOf(bare)) ? bare : null;
}

/** Who publishes behind a link: its host, or the service where the host is a person's own. @param href as above */
export function publisherOfLink(href: string): string | null {
  const host = hostOf(href);
  return personalHost.exec(host)?.[1] ?? (host.replace(/^www\./, '') || null);
}

function hostOf(href: string): string {
  return /^https?:\/\/([^/?#:]*)/.exec(href)?.[1] ?? '';
}
