/* Two browsers for all journeys, with WebGL and without; each test has a window of its own in one of them. */
import type { TestProject } from 'vitest/node';
import type { Drawing } from '@monitor/browser';
import { launchBrowser } from './find-browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the running browsers are to be had. */
    readonly browsers: Readonly<Record<Drawing, string>>;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const webgl = await launchBrowser('webgl');
  const plain = await launchBrowser('plain');
  project.provide('browsers', { webgl: webgl.wsEndpoint(), plain: plain.wsEndpoint() });
  return async () => {
    await Promise.all([webgl.close(), plain.close()]);
  };
}
