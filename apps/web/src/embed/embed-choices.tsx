import { countedKind } from '@monitor/domain';
import { chartsOf, sidesLine } from '@monitor/findings';
import { comparedFilter } from '@monitor/contract';
import { useId, useState } from 'react';
import { wholeAddress } from '../api/site.ts';
import { charts } from '../charts/chart-list.tsx';
import buttons from '../controls/button.module.css';
import { ChoiceMenu } from '../controls/choice-menu.tsx';
import fields from '../controls/field.module.css';
import { useCopied } from '../controls/use-copied.ts';
import { useDebounced } from '../controls/use-debounced.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useFilterNames } from '../filter/use-filter-names.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { embedAddress, embedSnippet, type EmbedTheme, embedThemes, frameHeights } from './embed-address.ts';
import styles from './embed-choices.module.css';
import kit from '../styles/kit.module.css';

/** Milliseconds after the last key that the preview waits for. */
const pause = 500;

/** The preview is a page of this server, which loads its parts from here. It may not lead away the page around it. */
const whatPreviewMay = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads';

const label = `${kit.quiet} ${kit.medium}`;

/** What to show in a frame, the HTML for it, and how it looks. */
export default function EmbedChoices() {
  const { t } = useTranslation();
  const id = useId();
  const { filter, view } = useExplore();
  const other = comparedFilter({ filter, against: view.against });
  const wording = useFilterNames();
  const [part, setPart] = useState<string>('map');
  const [theme, setTheme] = useState<EmbedTheme>('system');
  const [typed, setTyped] = useState(String(frameHeights.usual));
  const height = heightOf(typed);
  const { state, copy } = useCopied();
  const interval = view.interval === 'auto' ? 'month' : view.interval;
  const options = [
    { value: 'map', label: t('map.label') },
    ...charts
      .filter(({ name }) => chartsOf(view.measure).includes(name))
      .map(({ name, title }) => ({
        value: name,
        label: name === 'trend' ? t('embed.trend') : title(t, { measure: view.measure, interval, kind: countedKind(filter) }),
      })),
  ];
  const what = options.find(({ value }) => value === part)?.label ?? '';
  const address = embedAddress(part, theme, { filter, view });
  const snippet = embedSnippet(
    wholeAddress(address),
    t('embed.frame', { what, filter: sidesLine(filter, other, wording) }),
    height ?? frameHeights.usual,
  );
  const previewHeight = useDebounced(String(height ?? frameHeights.usual), pause);
  return (
    <div className={`${kit.stack} ${styles.columns}`}>
      <div className={`${kit.stack} ${styles.choices}`}>
        <p>{t('embed.text')}</p>
        <div className={kit.between}>
          <span className={label}>{t('embed.part')}</span>
          <ChoiceMenu label={t('embed.part')} value={part} options={options} onChoose={setPart} />
        </div>
        <div className={kit.between}>
          <span className={label}>{t('embed.colours')}</span>
          <ChoiceMenu
            label={t('embed.colours')}
            value={theme}
            options={embedThemes.map((value) => ({ value, label: t(`embed.theme.${value}`) }))}
            onChoose={setTheme}
          />
        </div>
        <div className={kit.between}>
          <label className={label} htmlFor={`${id}-height`}>
            {t('embed.height')}
          </label>
          <input
            id={`${id}-height`}
            className={`${fields.input} ${styles.height}`}
            inputMode="numeric"
            autoComplete="off"
            value={typed}
            aria-invalid={height === undefined}
            aria-describedby={`${id}-problem`}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <p id={`${id}-problem`} className={styles.problem} role="alert">
          {height === undefined ? t('embed.heightProblem', { least: frameHeights.least, most: frameHeights.most }) : null}
        </p>
        <label className={label} htmlFor={`${id}-snippet`}>
          {t('embed.snippet')}
        </label>
        <textarea
          id={`${id}-snippet`}
          className={`${fields.input} ${styles.snippet}`}
          readOnly
          spellCheck={false}
          rows={8}
          value={snippet}
          onFocus={(event) => event.target.select()}
        />
        <button type="button" className={buttons.primary} onClick={() => copy(snippet)}>
          <span aria-live="polite">{t(`embed.copy.${state}`)}</span>
        </button>
        <p className={kit.note}>{t('embed.note')}</p>
      </div>
      <div className={kit.least}>
        <h3 className={label}>{t('embed.preview')}</h3>
        <iframe
          key={address}
          className={`${kit.block} ${kit.rounded} ${styles.frame}`}
          src={address}
          title={t('embed.preview')}
          height={previewHeight}
          sandbox={whatPreviewMay}
        />
      </div>
    </div>
  );
}

/** A height in pixels as somebody has typed it; undefined if it is none. */
function heightOf(typed: string): number | undefined {
  const height = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
  return height >= frameHeights.least && height <= frameHeights.most ? height : undefined;
}
