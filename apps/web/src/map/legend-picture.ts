/** A piece of a picture: SVG markup of a known size, in pixels. */
export interface PicturePiece {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
}

const namespace = 'http://www.w3.org/2000/svg';

/** What makes a shape of a sign look as it does; inlined, since a file has no style sheet. */
const shapeProperties = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stop-color'] as const;

/**
 * The legend as it is drawn on the page, as SVG: its texts, boxes and signs where they are. Controls are left out. Sizes are those of
 * the page; nothing is laid out again.
 */
export function legendPicture(legend: Element): PicturePiece {
  const frame = legend.getBoundingClientRect();
  const picture = document.createElementNS(namespace, 'g');
  for (const element of [legend, ...legend.querySelectorAll('*')]) {
    if (element.closest('button:not([aria-expanded]), label, fieldset, [hidden]') || element.parentElement?.closest('svg'))
      continue;
    if (element.closest('button')) continue;
    if (element instanceof SVGSVGElement) picture.append(copyOfSign(element, frame));
    else if (element !== legend) picture.append(...boxOf(element, frame));
  }
  const words = document.createTreeWalker(legend, NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode(); node !== null; node = words.nextNode()) {
    if (node.parentElement?.closest('button:not([aria-expanded]), label, fieldset, svg, [hidden]')) continue;
    picture.append(...linesOf(node as Text, frame));
  }
  return { markup: new XMLSerializer().serializeToString(picture), width: frame.width, height: frame.height };
}

function copyOfSign(sign: SVGSVGElement, frame: DOMRect): SVGElement {
  const copy = sign.cloneNode(true) as SVGSVGElement;
  const originals = [...sign.querySelectorAll('*')];
  for (const [index, target] of [...copy.querySelectorAll('*')].entries()) {
    const style = getComputedStyle(originals[index]!);
    for (const name of shapeProperties) target.setAttribute(name, style.getPropertyValue(name));
    target.removeAttribute('class');
  }
  const { left, top } = sign.getBoundingClientRect();
  copy.setAttribute('x', String(left - frame.left));
  copy.setAttribute('y', String(top - frame.top));
  copy.setAttribute('color', getComputedStyle(sign).color);
  return copy;
}

/** A box that has a colour or an edge. */
function boxOf(element: Element, frame: DOMRect): SVGElement[] {
  const { backgroundColor, borderTopColor, borderTopWidth, borderRadius, borderLeftWidth } = getComputedStyle(element);
  const edge = borderLeftWidth === borderTopWidth ? Number.parseFloat(borderTopWidth) : 0;
  const isFilled = !/^(?:transparent|rgba\(0, 0, 0, 0\))$/.test(backgroundColor);
  const { left, top, width, height } = element.getBoundingClientRect();
  if ((!isFilled && edge === 0) || width === 0 || height === 0) return [];
  const box = document.createElementNS(namespace, 'rect');
  const radius = borderRadius === '50%' ? width / 2 : Number.parseFloat(borderRadius) || 0;
  const numbers = {
    x: left - frame.left + edge / 2,
    y: top - frame.top + edge / 2,
    width: width - edge,
    height: height - edge,
    rx: radius,
  };
  for (const [name, value] of Object.entries(numbers)) box.setAttribute(name, value.toFixed(2));
  box.setAttribute('fill', isFilled ? backgroundColor : 'none');
  if (edge > 0) {
    box.setAttribute('stroke', borderTopColor);
    box.setAttribute('stroke-width', String(edge));
  }
  return [box];
}

/** A text, line by line as the page has broken it. */
function linesOf(node: Text, frame: DOMRect): SVGElement[] {
  const range = document.createRange();
  const lines: { top: number; left: number; bottom: number; text: string }[] = [];
  for (let at = 0; at < node.data.length; at++) {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const place = range.getClientRects()[0];
    if (place === undefined) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.top - place.top) < 2) last.text += node.data[at];
    else lines.push({ top: place.top, left: place.left, bottom: place.bottom, text: node.data[at]! });
  }
  const { color, fontSize, fontWeight } = getComputedStyle(node.parentElement!);
  const size = Number.parseFloat(fontSize);
  return lines
    .filter(({ text }) => text.trim() !== '')
    .map(({ left, top, bottom, text }) => {
      const line = document.createElementNS(namespace, 'text');
      line.setAttribute('x', (left - frame.left).toFixed(1));
      // The letters stand about a third of their size above the middle of their line.
      line.setAttribute('y', ((top + bottom) / 2 - frame.top + size * 0.34).toFixed(1));
      line.setAttribute('font-size', String(size));
      line.setAttribute('font-weight', fontWeight);
      line.setAttribute('fill', color);
      line.textContent = text.trimEnd();
      return line;
    });
}
