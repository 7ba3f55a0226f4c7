/* Two browsers for all journeys, with WebGL and without; each file has a window of its own in one of them. */
import type { TestProject } from 'vitest/node';
import { chromium } from 'playwright-core';
import { type Drawing, installedBrowsers, launchOptions } from '@monitor/browser';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the running browsers are to be had. */
    readonly browsers: Readonly<Record<Drawing, string>>;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [path = ''] = installedBrowsers();
  const launch = (draws: Drawing) => chromium.launchServer(launchOptions(path, draws));
  const [webgl, plain] = await Promise.all([launch('webgl'), launch('plain')]);
  project.provide('browsers', { webgl: webgl.wsEndpoint(), plain: plain.wsEndpoint() });
  return async () => {
    await Promise.all([webgl.close(), plain.close()]);
  };
}
