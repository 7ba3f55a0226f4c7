/** Whether the tests run as `npx pnpm@12.4.2 test:deep`: for releases, and for whoever changes what only repetition can show. */
export const deep = import.meta.env.TEST_DEPTH === 'deep';

/** How often something is tried: a few times on every change, many times in a deep run. */
export function times(few: number, many: number): number {
  return deep ? many : few;
}
