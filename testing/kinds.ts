/** Folders of the kinds of tests; files beside what they test are of the kind `unit`. See CONTRIBUTING.md. */
const folders = {
  processes: '/process-tests/',
  journeys: '/apps/e2e/journeys/',
  components: '/component-tests/',
  database: '/database-tests/',
} as const;

export type TestKind = keyof typeof folders | 'unit';

const folderOf = Object.entries(folders) as [TestKind, string][];

/** All kinds, in the order in which a run begins them: those that wait for processes while others draw, and the shortest last. */
export const testKinds: readonly TestKind[] = [...folderOf.map(([kind]) => kind), 'unit'];

/** @param path of a test file, from the root of the file system */
export function testKind(path: string): TestKind {
  return folderOf.find(([, folder]) => path.includes(folder))?.[0] ?? 'unit';
}
