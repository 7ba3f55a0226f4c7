/* One browser for all journeys; each test has a window of its own in it. */
import type { TestProject } from 'vitest/node';
import { launchBrowser } from './find-browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the running browser is to be had. */
    readonly browser: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await launchBrowser();
  project.provide('browser', server.wsEndpoint());
  return () => server.close();
}
