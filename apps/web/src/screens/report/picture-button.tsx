import { type BriefData, type BriefFigure, briefFigures } from '@monitor/contract';
import { calendarPeriodText } from '@monitor/domain';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { embeddedFont } from '../../charts/embedded-font.ts';
import { paperPicture } from '../../charts/paper-picture.ts';
import { pngOf } from '../../charts/png-of.ts';
import { saveFile } from '../../controls/save-file.ts';
import fields from '../../controls/field.module.css';
import buttons from '../../controls/button.module.css';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Brief } from './brief.ts';
import styles from './report-controls.module.css';
import kit from '../../styles/kit.module.css';
import { SharePicture } from './share-picture.tsx';

/** Saves one figure of the brief as a square picture, which the person chooses beside the button. */
export function PictureButton({ brief }: { brief: Brief | undefined }) {
  const { t } = useTranslation();
  const [chosen, choose] = useState<BriefFigure>('incidents');
  const [failed, setFailed] = useState(false);
  const save = async () => {
    const figure = brief?.data.figures.find(({ measure }) => measure === chosen);
    if (brief === undefined || figure === undefined) return;
    setFailed(false);
    await savePicture(brief, figure, t('report.picture.fileName')).catch(() => setFailed(true));
  };
  return (
    <>
      <select
        className={`${fields.input} ${styles.select}`}
        data-action="picture-of"
        aria-label={t('report.controls.pictureOf')}
        value={chosen}
        onChange={(event) => choose(briefFigures.find((one) => one === event.target.value) ?? 'incidents')}
      >
        {briefFigures.map((one) => (
          <option key={one} value={one}>
            {t(`report.figure.${one}`)}
          </option>
        ))}
      </select>
      <button
        type="button"
        data-action="picture"
        className={buttons.plain}
        disabled={brief === undefined}
        onClick={() => void save()}
      >
        <Download size={15} aria-hidden="true" />
        {t('report.controls.picture')}
      </button>
      {failed ? (
        <span className={kit.ink} role="alert">
          {t('report.controls.pictureFailed')}
        </span>
      ) : null}
    </>
  );
}

/** @param fileName what its file is called, before the place */
async function savePicture(brief: Brief, figure: BriefData['figures'][number], fileName: string): Promise<void> {
  const picture = await paperPicture(<SharePicture brief={brief} figure={figure} />);
  if (picture === undefined) throw new Error('The picture was not drawn');
  const font = await embeddedFont(picture.markup);
  const svg = picture.markup.replace('>', ` font-family="'Noto Sans', sans-serif"><style>${font}</style>`);
  const { place = 'all', unit, period } = brief.data;
  saveFile(`${fileName}_${place}_${calendarPeriodText({ unit, ...period })}_${figure.measure}.png`, await pngOf(svg));
}
