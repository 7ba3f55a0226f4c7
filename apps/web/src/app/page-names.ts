/** The pages, in the order in which the header leads to them, with the names of their words. The router has a route for each, and no other. */
export const pageNames = {
  '/': 'home',
  '/explore': 'explore',
  '/trends': 'trends',
  '/places': 'places',
  '/places/$place': 'place',
  '/signals': 'signals',
  '/indicators': 'indicators',
  '/report': 'report',
  '/data': 'data',
  '/about': 'about',
  '/methods': 'methods',
  '/embed': 'embed',
} as const;

export type PagePath = keyof typeof pageNames;
export type PageName = (typeof pageNames)[PagePath];
export const pagePaths = Object.keys(pageNames) as readonly PagePath[];

/** Those that the header leads to. A page with a part that varies has others that lead to it, as the foot of every page does to About. */
export const headerPaths = [
  '/',
  '/explore',
  '/trends',
  '/places',
  '/signals',
  '/report',
  '/data',
] as const satisfies readonly PagePath[];

export function isPagePath(path: string): path is PagePath {
  return path in pageNames;
}
