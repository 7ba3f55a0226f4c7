import { filterLimits, isDimension, isIsoDate, wholeOf } from '@monitor/domain';
import type { TFunction } from 'i18next';
import { X } from 'lucide-react';
import { useState } from 'react';
import buttons from '../controls/button.module.css';
import notices from '../controls/notice.module.css';
import kit from '../styles/kit.module.css';
import { type Format, useFormat } from '../format/use-format.ts';
import { type Terms, useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { tableChoices } from '../table/choices.ts';
import { hasUnknownRegions, type LinkProblem } from './explore-state.ts';
import { useExplore } from './use-explore.ts';

/** Says which parts of the address could not be used; the rest is. @param withTable whether the page has the table of incidents */
export function LinkNotice({ withTable = false }: { readonly withTable?: boolean }) {
  const { t } = useTranslation();
  const { problems: all } = useExplore();
  const problems = withTable ? all : withoutTable(all);
  const wording = { t, terms: useTerms(), format: useFormat() };
  const [dismissed, setDismissed] = useState<readonly LinkProblem[]>([]);
  if (problems.length === 0 || dismissed === all) return null;
  return (
    <div className={notices.notice} role="alert">
      <div className={notices.text}>
        <strong>{t('link.title', { count: problems.length })}</strong>
        <ul>
          {problems.map((problem, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- the same parameter can be wrong twice with the same value; their order never changes
            <li key={index} className={kit.note}>
              {problemText(problem, wording)}
            </li>
          ))}
        </ul>
      </div>
      <button
        type="button"
        className={`${buttons.icon} ${kit.push}`}
        aria-label={t('link.dismiss')}
        onClick={() => setDismissed(all)}
      >
        <X size={15} aria-hidden="true" />
      </button>
    </div>
  );
}

/** Without what only the table of incidents reads, such as its order: elsewhere it changes nothing, and other tables have other orders. */
export function withoutTable(problems: readonly LinkProblem[]): readonly LinkProblem[] {
  return problems.filter(({ parameter }) => !Object.hasOwn(tableChoices, parameter));
}

const mostAllowed = 8;

interface Words {
  readonly t: TFunction;
  readonly terms: Pick<Terms, 'value' | 'place'>;
  readonly format: Format;
}

/** What is wrong with one part of a link, and what is allowed instead. */
export function problemText(problem: LinkProblem, { t, terms, format }: Words): string {
  const { parameter, code, value, allowed } = problem;
  const kind = linkProblemKind(problem);
  const sentence = t(`link.problem.${kind}`, {
    parameter,
    value: kind === 'no_data' ? terms.place(wholeOf('region', value)) : value,
    first: format.date.day(filterLimits.firstDay),
    last: format.date.day(filterLimits.lastDay),
    most: filterLimits.textLength,
    words: filterLimits.words,
  });
  if (allowed === undefined || code === 'unknown_parameter' || kind === 'no_data') return sentence;
  const named = (possible: string) => {
    const name = isDimension(parameter) ? terms.value(parameter, possible) : possible;
    return name === possible ? possible : t('link.named', { name, code: possible });
  };
  const listed = allowed.slice(0, mostAllowed).map(named).join(', ');
  return `${sentence} ${t('link.allowed', { values: allowed.length > mostAllowed ? `${listed}, …` : listed })}`;
}

/** The notice about one part of a link, by its key in the texts. */
type LinkProblemKind = LinkProblem['code'] | 'last_before_first' | 'no_such_day' | 'day_out_of_range' | 'no_data';

/** The kind of a problem: what is wrong with a day has kinds of its own. */
export function linkProblemKind({ parameter, code, value }: Pick<LinkProblem, 'parameter' | 'code' | 'value'>): LinkProblemKind {
  if (code !== 'bad_value') return code;
  if (parameter === 'region' && hasUnknownRegions(wholeOf(parameter, value))) return 'no_data';
  if (parameter !== 'from' && parameter !== 'to') return code;
  if (!isIsoDate(value)) return 'no_such_day';
  if (value < filterLimits.firstDay || value > filterLimits.lastDay) return 'day_out_of_range';
  // A possible day is refused only because it would end the period before it begins.
  return 'last_before_first';
}
