import { Circle, Pencil, Pentagon, RectangleHorizontal, Trash2 } from 'lucide-react';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './fold-out.module.css';
import { MapNotice } from './map-notices.tsx';
import type { AreaTool, DrawTool } from './use-area-tool.ts';
import kit from '../styles/kit.module.css';

interface DrawToolsProps {
  readonly areaTool: AreaTool;
  /** Whether the filter has an area, which can be changed and removed. */
  readonly hasArea: boolean;
  readonly onRemove: () => void;
  /** A shape is chosen or removed. */
  readonly onDone: () => void;
}

const shapes = [
  { tool: 'rectangle', Icon: RectangleHorizontal },
  { tool: 'polygon', Icon: Pentagon },
  { tool: 'circle', Icon: Circle },
] as const;

/** Draws an area as a filter. Its shapes close when one is chosen, since they would lie on the map. */
export function DrawTools({ areaTool: { choose }, hasArea, onRemove, onDone }: DrawToolsProps) {
  const { t } = useTranslation('map');
  const take = (next: DrawTool) => {
    onDone();
    choose(next);
  };
  return (
    <fieldset className={`${kit.plain} ${styles.list}`} aria-label={t('draw.shapes')}>
      {shapes.map(({ tool: one, Icon }, at) => (
        <button key={one} ref={at === 0 ? focusOn : undefined} type="button" onClick={() => take(one)}>
          <Icon size={15} strokeWidth={1.75} aria-hidden />
          {t(`draw.shape.${one}`)}
        </button>
      ))}
      {hasArea && (
        <>
          <button type="button" onClick={() => take('edit')}>
            <Pencil size={15} strokeWidth={1.75} aria-hidden />
            {t('draw.edit')}
          </button>
          <button
            type="button"
            onClick={() => {
              onDone();
              onRemove();
            }}
          >
            <Trash2 size={15} strokeWidth={1.75} aria-hidden />
            {t('draw.remove')}
          </button>
        </>
      )}
    </fieldset>
  );
}

/** What led here is gone. */
function focusOn(button: HTMLButtonElement | null): void {
  button?.focus();
}

/** What to do next with the tool that is chosen, over the map. */
export function DrawNotice({ tool, ready, refused, choose }: AreaTool) {
  const { t } = useTranslation('map');
  if (tool === undefined || !ready) return null;
  const text = `${refused ? t('draw.refused') : t(`draw.hint.${tool}`)} ${t('draw.escape')}`;
  return <MapNotice text={text} action={{ name: t('draw.end'), act: () => choose(undefined) }} />;
}
