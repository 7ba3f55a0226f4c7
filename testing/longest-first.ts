import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Projects whose files take longest come first, so that the short ones fill what is left at the end. */
const order = ['browser', 'node'];

/** Orders test files by project, and within one as Vitest does: by how long they took the last time. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ project }: TestSpecification) => order.indexOf(project.name);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}
