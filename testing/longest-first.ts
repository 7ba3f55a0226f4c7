import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { testKind, testKinds } from './kinds.ts';

/** Orders test files by their kind, the slowest first, so that short ones fill what is left at the end; within one as Vitest does. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) => testKinds.indexOf(testKind(moduleId));
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}
