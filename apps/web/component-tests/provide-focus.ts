import { readFocus, usualFocus } from '@monitor/geography/read-focus';
import type { Focus } from '@monitor/geography';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    readonly focus: Focus;
  }
}

/* A page has it from the server, which these tests have not. */
export default function setup({ provide }: TestProject): void {
  provide('focus', readFocus(usualFocus));
}
