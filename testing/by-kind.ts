import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { testKind, testKinds } from './kinds.ts';

/** Files that take longer than their length lets one think, by which Vitest orders where there was no run before. */
const slow = ['/journeys/screens.', '/database-tests/cancellation.', '/database-tests/cube-freshness.'];

/** Orders test files by their kind after slow ones, and within one as Vitest does: by how long they took the last time. */
export class ByKind extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) =>
      slow.some((name) => moduleId.includes(name)) ? -1 : testKinds.indexOf(testKind(moduleId));
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}
