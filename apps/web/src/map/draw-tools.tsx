import { Circle, Pencil, Pentagon, RectangleHorizontal, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './fold-out.module.css';
import { FoldOut } from './fold-out.tsx';
import { MapNotice } from './map-notices.tsx';
import type { AreaTool } from './use-area-tool.ts';
import type { DrawTool } from './use-drawing.ts';
import kit from '../styles/kit.module.css';

interface DrawToolsProps {
  readonly areaTool: AreaTool;
  /** Whether the filter has an area, which can be changed and removed. */
  readonly hasArea: boolean;
  readonly onRemove: () => void;
}

const shapes = [
  { tool: 'rectangle', Icon: RectangleHorizontal },
  { tool: 'polygon', Icon: Pentagon },
  { tool: 'circle', Icon: Circle },
] as const;

/** Draws an area as a filter. Its shapes open beside the button, and close when one is chosen, since they would lie on the map. */
export function DrawTools({ areaTool: { tool, choose }, hasArea, onRemove }: DrawToolsProps) {
  const { t } = useTranslation('map');
  const [open, setOpen] = useState(false);
  const take = (next: DrawTool) => {
    setOpen(false);
    choose(next);
  };
  return (
    <FoldOut
      label={t('draw.label')}
      Icon={Pentagon}
      open={open}
      active={tool !== undefined}
      onOpen={(next) => {
        choose(undefined);
        setOpen(next);
      }}
    >
      <fieldset className={`${kit.plain} ${styles.list}`} aria-label={t('draw.shapes')}>
        {shapes.map(({ tool: one, Icon }) => (
          <button key={one} type="button" onClick={() => take(one)}>
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
                setOpen(false);
                onRemove();
              }}
            >
              <Trash2 size={15} strokeWidth={1.75} aria-hidden />
              {t('draw.remove')}
            </button>
          </>
        )}
      </fieldset>
    </FoldOut>
  );
}

/** What to do next with the tool that is chosen, over the map. */
export function DrawNotice({ tool, ready, refused, choose }: AreaTool) {
  const { t } = useTranslation('map');
  if (tool === undefined || !ready) return null;
  const text = `${refused ? t('draw.refused') : t(`draw.hint.${tool}`)} ${t('draw.escape')}`;
  return <MapNotice text={text} action={{ name: t('draw.end'), act: () => choose(undefined) }} />;
}
