import { csvLine } from '@monitor/contract/without-schemas';
import { vocabularies } from '@monitor/domain';
import { jurisdictions, regions } from '@monitor/geography';

/** Every code with its label and meaning, one a line. */
export function codebookCsv(): string {
  return [
    ['list', 'code', 'label', 'definition'],
    ...Object.values(vocabularies).flatMap(({ name, terms }) =>
      terms.map(({ code, label, definition }) => [name, code, label, definition]),
    ),
    ...jurisdictions.map(({ code, name, note }) => ['country', code, name, note]),
    ...regions.map(({ code, name }) => ['region', code, name, null]),
  ]
    .map((line) => csvLine(line))
    .join('');
}
