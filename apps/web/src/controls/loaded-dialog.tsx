import type { ComponentType } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import kit from '../styles/kit.module.css';
import { loadedPart } from './loaded-part.tsx';
import { TitledDialog } from './titled-dialog.tsx';

interface Closing {
  readonly close: () => void;
}

/**
 * A dialog whose content is loaded when it is first opened. The dialog itself is there from the beginning, so that it has the focus and
 * can be closed meanwhile, and where loading fails.
 */
export function loadedDialog<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props & Closing> }>,
  { isRuled = false }: { readonly isRuled?: boolean } = {},
): ComponentType<Props & { readonly title: string }> {
  const Content = loadedPart(load, <Loading />);
  return function LoadedDialog({ title, ...props }) {
    return (
      <TitledDialog title={title} isRuled={isRuled}>
        {(close) => <Content {...(props as unknown as Props)} what={title} close={close} />}
      </TitledDialog>
    );
  };
}

function Loading() {
  const { t } = useTranslation();
  return <p className={`${kit.quiet} ${kit.pad}`}>{t('state.loading')}</p>;
}
