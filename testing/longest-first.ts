import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest come first, so that the short ones fill what is left at the end. */
const order = [/\/journeys\//, /\/process-tests\//, /\/database-tests\//];

/** Orders test files by their kind, and within one as Vitest does: by how long they took the last time. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) => {
      const kind = order.findIndex((path) => path.test(moduleId));
      return kind < 0 ? order.length : kind;
    };
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}
