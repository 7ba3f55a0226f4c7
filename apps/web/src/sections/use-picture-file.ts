import { filterLine } from '@monitor/findings';
import { type Filter, today } from '@monitor/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useContext } from 'react';
import { queries } from '../api/queries.ts';
import { ExploreContext } from '../filter/use-explore.ts';
import { useFilterNames } from '../filter/use-filter-names.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import type { ChartDocument, DocumentColours } from './chart-document.ts';
import type { PicturePart } from './paper-picture.ts';
import { saveFile } from '../controls/save-file.ts';
import { ChartNotesContext } from './chart-notes.tsx';

/** What a file says about what it shows. */
interface AboutFile {
  /** The filter in one line. */
  readonly line: string;
  /** Notices, sources, and who runs this instance. */
  readonly notes: readonly string[];
}

/** A picture as it is saved. */
export interface SavedPicture {
  readonly title: string;
  /** Under the title, before the filter. */
  readonly reading: string | undefined;
  readonly body: PicturePart;
  /** Under the picture, before notices and sources. */
  readonly notes: readonly string[];
}

/** Saves pictures that say what they show: filter, notices, sources, who publishes them, and the day. */
export interface PictureFile {
  /** Name of a file of today. @param subject in lower case with hyphens */
  readonly nameOf: (subject: string, kind: string) => string;
  readonly about: () => Promise<AboutFile>;
  /** The picture as an SVG file. */
  readonly svgOf: (picture: SavedPicture) => Promise<string>;
  /** Rejects where the browser cannot draw it. */
  readonly save: (picture: SavedPicture, name: string, kind: 'png' | 'svg') => Promise<void>;
}

/** @param ownFilter what is shown, where it is not the filter of the address. @returns undefined while the sources are awaited */
export function usePictureFile(ownFilter?: Filter): PictureFile | undefined {
  const { t } = useTranslation();
  const client = useQueryClient();
  const explore = useContext(ExploreContext);
  const filter = ownFilter ?? explore?.filter ?? {};
  const wording = useFilterNames();
  const shared = useContext(ChartNotesContext);
  if (shared === undefined) return undefined;

  const about = async () => {
    // Rather no name of who runs this instance than a wrong one.
    const { publisher } = await client.ensureQueryData(queries.codebook()).catch(() => ({ publisher: undefined }));
    const notes = publisher === undefined ? shared : [...shared, t('chart.publisher', { publisher })];
    return { line: filterLine(filter, wording), notes };
  };
  const svgOf = async ({ title, reading, body, notes: own }: SavedPicture) => {
    const { line, notes } = await about();
    const lines = [...(reading === undefined ? [] : [reading]), t('chart.filter', { filter: line })];
    const downloaded = t('chart.downloaded', { day: wording.voice.date.day(today()) });
    return documentSvg({ title, lines, body, notes: [...new Set([...own, ...notes, downloaded])] }, coloursOfPaper());
  };
  return {
    nameOf: (subject, kind) => `armed-violence_${subject}_${today()}.${kind}`,
    about,
    svgOf,
    async save(picture, name, kind) {
      const [svg, { pngOf }] = await Promise.all([svgOf(picture), import('./png-of.ts')]);
      saveFile(name, kind === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await pngOf(svg));
    },
  };
}

async function documentSvg(document: ChartDocument, colours: DocumentColours): Promise<string> {
  const { title, lines, body, notes } = document;
  // Only now: the map can be saved from the first screen, which need not wait for this.
  const [{ chartSvg }, { embeddedFont }] = await Promise.all([import('./chart-document.ts'), import('./embedded-font.ts')]);
  return chartSvg(document, colours, await embeddedFont([title, ...lines, body.markup, ...notes].join('')));
}

/** The colours of the light theme, whichever the page has. */
function coloursOfPaper(): DocumentColours {
  const paper = document.createElement('div');
  paper.dataset.theme = 'light';
  document.body.append(paper);
  const style = getComputedStyle(paper);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const colours = { background: token('--card'), ink: token('--ink'), muted: token('--ink2') };
  paper.remove();
  return colours;
}
