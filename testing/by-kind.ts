import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { testKind, testKinds } from './kinds.ts';

/** Orders test files by their kind, and within one as Vitest does: by how long they took the last time. */
export class ByKind extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) => testKinds.indexOf(testKind(moduleId));
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}
