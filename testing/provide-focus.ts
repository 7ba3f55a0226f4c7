import type { TestProject } from 'vitest/node';
import type { Focus } from '../packages/geography/src/focus.ts';
import { readFocus, usualFocus } from '../packages/geography/src/read-focus.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly focus: Focus;
  }
}

/* A page has it from the server, which these tests have not. */
export default function setup({ provide }: TestProject): void {
  provide('focus', readFocus(usualFocus));
}
