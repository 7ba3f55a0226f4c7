import { embedPath } from '../controls/embedded.ts';

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
  '/embed': 'embed',
} as const;

export type PagePath = keyof typeof pageNames;
export type PageName = (typeof pageNames)[PagePath];
export const pagePaths = Object.keys(pageNames) as readonly PagePath[];

type LinkedPath = Exclude<PagePath, `${string}$${string}` | typeof embedPath>;

/** Those that the header leads to: a page with a part that varies has others that lead to it, and a frame is for other sites. */
export const headerPaths = pagePaths.filter((path): path is LinkedPath => !path.includes('$') && path !== embedPath);

export function isPagePath(path: string): path is PagePath {
  return path in pageNames;
}
