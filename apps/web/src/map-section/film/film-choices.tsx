import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './film-dialog.module.css';
import kit from '../../styles/kit.module.css';
import { type FilmStep, filmSteps, type FilmWindow, filmWindows } from './film-periods.ts';

/** Milliseconds that a frame is shown. */
export const paces = { slow: 1200, usual: 600, fast: 300 } as const;

/** What a film is of, and how it is shown. */
export interface FilmPlan {
  readonly step: FilmStep;
  readonly window: FilmWindow;
  readonly pace: keyof typeof paces;
}

/** The choices of a film, each a row of a few values. */
export function FilmChoices({ plan, onPlan, disabled }: { plan: FilmPlan; onPlan: (plan: FilmPlan) => void; disabled: boolean }) {
  const { t } = useTranslation('map');
  const rows = [
    { name: 'step', title: t('film.step.title'), options: filmSteps.map((value) => ({ value, label: t(`film.step.${value}`) })) },
    {
      name: 'window',
      title: t('film.window.title'),
      options: filmWindows.map((value) => ({ value, label: t(`film.window.${value}`) })),
    },
    {
      name: 'pace',
      title: t('film.pace.title'),
      options: (Object.keys(paces) as (keyof typeof paces)[]).map((value) => ({ value, label: t(`film.pace.${value}`) })),
    },
  ] as const;
  return rows.map(({ name, title, options }) => (
    <fieldset key={name} className={`${kit.wrap} ${styles.choice}`} disabled={disabled}>
      <legend>{title}</legend>
      {options.map(({ value, label }) => (
        <label key={value} className={`${kit.inline} ${kit.target}`}>
          <input type="radio" name={name} checked={plan[name] === value} onChange={() => onPlan({ ...plan, [name]: value })} />
          {label}
        </label>
      ))}
    </fieldset>
  ));
}
