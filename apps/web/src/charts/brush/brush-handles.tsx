import type { IsoDate } from '@monitor/domain';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { SideName } from '../../controls/side-badge.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { type BrushPart, type BrushWindow, moveWindow, snapToMonths, windowBetween } from './brush-window.ts';
import styles from './brush.module.css';
import type { PeriodGesture } from './use-period-gesture.ts';
import kit from '../../styles/kit.module.css';

interface Drag {
  readonly part: BrushPart | 'new';
  /** Pixels of the axis on the screen. */
  readonly box: Pick<DOMRect, 'left' | 'width'>;
  /** Where the pointer went down, in months, and on the screen in pixels. */
  readonly at: number;
  readonly pixel: number;
  readonly window: BrushWindow;
  /** True once the pointer has moved far enough to be a drag. */
  begun: boolean;
}

/** Pixels that a pointer may slip in a click. */
const slip = 3;

/** Months that a key moves by. */
const keys: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -12,
  PageUp: 12,
  Home: -100_000,
  End: 100_000,
};

/** What the pointer and the keys take hold of: both edges, the window between them, and the free axis. */
export function BrushHandles({
  window,
  months,
  gesture,
  side,
}: {
  window: BrushWindow;
  months: readonly IsoDate[];
  gesture: PeriodGesture;
  /** Which side of a comparison the window is of. That of B can be moved, and a new one be drawn of A alone. */
  side?: SideName | undefined;
}) {
  const isOther = side === 'b';
  const { t } = useTranslation();
  const { date } = useFormat();
  const axis = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag>(undefined);
  const count = months.length;
  const whole = snapToMonths(window, count);

  const monthAt = ({ clientX }: PointerEvent, box: Drag['box']) =>
    box.width === 0 ? 0 : ((clientX - box.left) / box.width) * count;
  const start = (part: Drag['part']) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    // Asked for once: the browser would lay out the page for each answer.
    const box = axis.current?.getBoundingClientRect() ?? { left: 0, width: 0 };
    drag.current = { part, box, at: monthAt(event, box), pixel: event.clientX, window: whole, begun: false };
  };
  const follow = (event: PointerEvent) => {
    if (drag.current === undefined) return;
    const { part, box, at, pixel, window: before } = drag.current;
    drag.current.begun ||= Math.abs(event.clientX - pixel) > slip;
    if (!drag.current.begun) return;
    const now = monthAt(event, box);
    gesture.move(part === 'new' ? windowBetween(at, now, count) : moveWindow(before, part, Math.round(now - at), count));
  };
  const stop = () => {
    if (drag.current === undefined) return;
    drag.current = undefined;
    gesture.end();
  };
  const clear = () => {
    gesture.move({ start: 0, end: count });
    gesture.end();
  };
  const pointer = (part: Drag['part']) => ({
    onPointerDown: start(part),
    onPointerMove: follow,
    onPointerUp: stop,
    onPointerCancel: stop,
  });
  const press = (part: BrushPart) => (event: KeyboardEvent) => {
    const by = keys[event.key];
    if (by === undefined) return;
    event.preventDefault();
    gesture.move(moveWindow(whole, part, by, count));
  };
  const release = (event: KeyboardEvent) => {
    if (event.key in keys) gesture.end();
  };
  const slider = (part: BrushPart, value: number, text: string) => ({
    role: 'slider',
    tabIndex: 0,
    'aria-label': isOther ? t(`compare.brush.${part}`) : t(`brush.part.${part}`),
    'aria-valuemin': 0,
    'aria-valuemax': count,
    'aria-valuenow': value,
    'aria-valuetext': text,
    onKeyDown: press(part),
    onKeyUp: release,
    onBlur: () => gesture.end(),
    ...pointer(part),
  });
  const first = date.month(months[whole.start] ?? '1970-01-01');
  const last = date.month(months[whole.end - 1] ?? '1970-01-01');
  // A window over everything has no room to move: there a drag draws, as beside a smaller one.
  const isWhole = whole.start === 0 && whole.end === count;
  const share = (value: number) => `${(value / Math.max(1, count)) * 100}%`;
  return (
    <div
      ref={axis}
      className={`${kit.cover} ${styles.handles}`}
      data-side={side}
      {...(isOther ? {} : { 'data-brush-axis': '', title: t('brush.hint'), onDoubleClick: clear, ...pointer('new') })}
    >
      <div
        className={`${kit.absolute} ${styles.window}`}
        style={{ insetInlineStart: share(window.start), inlineSize: share(window.end - window.start) }}
        data-whole={isWhole || undefined}
        {...slider('window', whole.start, t('brush.windowText', { first, last }))}
        {...pointer(isWhole && !isOther ? 'new' : 'window')}
      >
        {side === undefined ? null : (
          <span className={`${kit.printed} ${kit.absolute} ${styles.side}`}>{t(`compare.side.${side}`)}</span>
        )}
      </div>
      <div
        className={`${kit.absolute} ${styles.handle}`}
        data-edge="start"
        style={{ insetInlineStart: share(window.start) }}
        {...slider('start', whole.start, first)}
      />
      <div
        className={`${kit.absolute} ${styles.handle}`}
        data-edge="end"
        style={{ insetInlineStart: share(window.end) }}
        {...slider('end', whole.end, last)}
      />
    </div>
  );
}
