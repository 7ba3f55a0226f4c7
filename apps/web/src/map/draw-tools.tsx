import { Circle, Pencil, Pentagon, RectangleHorizontal, Trash2 } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './draw-tools.module.css';
import type { DrawTool } from './use-drawing.ts';

interface DrawToolsProps {
  readonly tool: DrawTool | undefined;
  /** Whether it can be used already. */
  readonly ready: boolean;
  readonly onTool: (tool: DrawTool | undefined) => void;
  /** Whether the filter has an area, which can be changed and removed. */
  readonly hasArea: boolean;
  readonly onRemove: () => void;
  /** The shape that was drawn last can be no area of the filter. */
  readonly refused: boolean;
}

const shapes = [
  { tool: 'rectangle', Icon: RectangleHorizontal },
  { tool: 'polygon', Icon: Pentagon },
  { tool: 'circle', Icon: Circle },
] as const;

/** Draws an area as a filter: its shapes open beside the button. What to do next is said over the map. */
export function DrawTools({ tool, ready, onTool, hasArea, onRemove, refused }: DrawToolsProps) {
  const { t } = useTranslation('map');
  const [open, setOpen] = useState(false);
  const isOpen = open || tool !== undefined;
  const leave = useEffectEvent(() => onTool(undefined));

  useEffect(() => {
    if (tool === undefined) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      leave();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [tool]);

  return (
    <div className={styles.tools}>
      {isOpen && (
        <fieldset className={styles.shapes} aria-label={t('draw.shapes')}>
          {shapes.map(({ tool: one, Icon }) => (
            <button key={one} type="button" aria-pressed={tool === one} onClick={() => onTool(tool === one ? undefined : one)}>
              <Icon size={15} strokeWidth={1.75} aria-hidden />
              {t(`draw.shape.${one}`)}
            </button>
          ))}
          {hasArea && (
            <>
              <button type="button" aria-pressed={tool === 'edit'} onClick={() => onTool(tool === 'edit' ? undefined : 'edit')}>
                <Pencil size={15} strokeWidth={1.75} aria-hidden />
                {t('draw.edit')}
              </button>
              <button type="button" onClick={onRemove}>
                <Trash2 size={15} strokeWidth={1.75} aria-hidden />
                {t('draw.remove')}
              </button>
            </>
          )}
          {tool !== undefined && (
            <output className={styles.hint}>
              {ready && (refused ? t('draw.refused') : t(`draw.hint.${tool}`))} {ready && t('draw.escape')}
            </output>
          )}
        </fieldset>
      )}
      <button
        type="button"
        className={styles.opener}
        aria-label={t('draw.label')}
        title={t('draw.label')}
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen);
          if (isOpen) onTool(undefined);
        }}
      >
        <Pentagon size={16} strokeWidth={1.75} aria-hidden />
      </button>
    </div>
  );
}
