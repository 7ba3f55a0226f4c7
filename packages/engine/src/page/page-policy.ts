const self = "'self'";
const none = "'none'";

/**
 * The strictest policy under which the web app works: everything from this server, no inline script or style, workers and
 * images made by the page itself for the map. No `upgrade-insecure-requests`: it breaks plain HTTP on a laptop.
 */
export const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: [none],
    scriptSrc: [self],
    styleSrc: [self],
    imgSrc: [self, 'data:', 'blob:'],
    fontSrc: [self],
    connectSrc: [self],
    // The preview of a frame for other sites; of our pages, only that one can be framed.
    frameSrc: [self],
    workerSrc: [self, 'blob:'],
    manifestSrc: [self],
    frameAncestors: [none],
    baseUri: [none],
    formAction: [none],
  },
};

/** The same as the text of a header, or of the element of a page that stands for it. @param framed whether other sites may show the page */
export function policyText(framed: boolean): string {
  const directives = { ...contentSecurityPolicy.directives, ...(framed && { frameAncestors: ['*'] }) };
  return Object.entries(directives)
    .map(([name, values]) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} ${values.join(' ')}`)
    .join('; ');
}

/**
 * Pages that any site may show in a frame. Nothing can be done there that would need protection from a site that lies over it: they show
 * public figures, set no cookies and store nothing.
 */
export const framedPages: readonly string[] = ['/embed'];

/** What no page needs. */
export const permissions = 'camera=(), geolocation=(), microphone=(), payment=(), usb=()';
