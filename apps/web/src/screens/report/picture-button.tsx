import { calendarPeriodText } from '@monitor/domain';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { embeddedFont } from '../../charts/embedded-font.ts';
import { paperPicture } from '../../charts/paper-picture.ts';
import { pngOf } from '../../charts/png-of.ts';
import { saveFile } from '../../controls/save-file.ts';
import fields from '../../controls/field.module.css';
import buttons from '../../controls/button.module.css';
import { type Brief, type Headline, headlines } from './brief.ts';
import type { Writing } from './change-sentences.ts';
import styles from './report-controls.module.css';
import kit from '../../styles/kit.module.css';
import { SharePicture } from './share-picture.tsx';

/** Saves one figure of the brief as a square picture, which the person chooses beside the button. */
export function PictureButton({ brief, writing }: { brief: Brief | undefined; writing: Writing }) {
  const { t } = writing;
  const [headline, setHeadline] = useState<Headline>('incidents');
  const [failed, setFailed] = useState(false);
  const save = async () => {
    if (brief === undefined) return;
    setFailed(false);
    await savePicture(brief, headline, writing).catch(() => setFailed(true));
  };
  return (
    <>
      <select
        className={`${fields.input} ${styles.select}`}
        data-action="picture-of"
        aria-label={t('report.controls.pictureOf')}
        value={headline}
        onChange={(event) => setHeadline(headlines.find((one) => one === event.target.value) ?? 'incidents')}
      >
        {headlines.map((one) => (
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

async function savePicture(brief: Brief, headline: Headline, writing: Writing): Promise<void> {
  const picture = await paperPicture(<SharePicture brief={brief} headline={headline} writing={writing} />);
  if (picture === undefined) throw new Error('The picture was not drawn');
  const font = await embeddedFont(picture.markup);
  const svg = picture.markup.replace('>', ` font-family="'Noto Sans', sans-serif"><style>${font}</style>`);
  const place = brief.place.kind === 'all' ? 'all' : brief.place.code;
  const name = `${writing.t('report.picture.fileName')}_${place}_${calendarPeriodText(brief.period)}_${headline}.png`;
  saveFile(name, await pngOf(svg));
}
