import { today } from '@monitor/domain';
import { Download, Upload } from 'lucide-react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Button } from 'react-aria-components/Button';
import buttons from '../controls/button.module.css';
import { saveFile } from '../controls/save-file.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { readViewsFile, type SavedView, viewLimits, writeViews } from './saved-view.ts';
import type { Said } from './said.ts';
import kit from '../styles/kit.module.css';
import { viewStore } from './view-store.ts';

/** All views as a file, and a file of views into this browser. */
export function ViewFiles({ views, onSaid }: { views: readonly SavedView[]; onSaid: (said: Said) => void }) {
  const { t } = useTranslation();
  const bring = async (file: File) => {
    const failed = (text: string) => onSaid({ text, isFailure: true });
    const text = file.size > viewLimits.file * 4 ? undefined : await file.text().catch(() => undefined);
    if (text === undefined) return failed(t('views.problem.too_large'));
    const read = readViewsFile(text);
    if ('problem' in read) {
      const { problem } = read;
      const values = problem.kind === 'bad_view' ? { at: problem.at, field: problem.field } : { most: viewLimits.views };
      return failed(t(`views.problem.${problem.kind}`, values));
    }
    const merged = viewStore.merge(read.views);
    if (merged === 'too_many') return failed(t('views.noRoom', { most: viewLimits.views }));
    if (merged === 'not_kept') return failed(t('views.notKept'));
    return onSaid({
      text: `${t('views.imported', { count: merged.added })} ${merged.known > 0 ? t('views.known', { count: merged.known }) : ''}`,
    });
  };
  return (
    <div className={`${kit.tools} ${kit.padTop}`}>
      <button
        type="button"
        className={buttons.plain}
        disabled={views.length === 0}
        onClick={() =>
          saveFile(`${t('views.fileName')}-${today()}.json`, new Blob([writeViews(views)], { type: 'application/json' }))
        }
      >
        <Download size={15} aria-hidden="true" />
        {t('views.export')}
      </button>
      <FileTrigger
        acceptedFileTypes={['.json', 'application/json']}
        onSelect={(files) => {
          const [file] = files ?? [];
          if (file !== undefined) void bring(file);
        }}
      >
        <Button className={buttons.plain}>
          <Upload size={15} aria-hidden="true" />
          {t('views.import')}
        </Button>
      </FileTrigger>
    </div>
  );
}
