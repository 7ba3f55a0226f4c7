/* One running product for all journeys that only read. */
import type { TestProject } from 'vitest/node';
import { startProduct } from './running-product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the running product. */
    readonly address: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const product = await startProduct(project.getProvidedContext().cluster);
  project.provide('address', product.address);
  return () => product.remove();
}
