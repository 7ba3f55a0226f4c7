import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** A ZIP archive of files. */
export function zipOf(files: Readonly<Record<string, string | Buffer>>, { compress = true } = {}): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name, { compress });
  zip.end();
  return buffer(zip.outputStream);
}

/** A workbook of one sheet, from the XML of its rows and of the formats of its cells, as programs write it. */
export function workbookOf(rows: string, { styles = '', date1904 = false, more = {} } = {}): Promise<Buffer> {
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  return zipOf({
    '[Content_Types].xml': `${xml}<Types/>`,
    'xl/workbook.xml': `${xml}<workbook ${main} xmlns:r="r"><workbookPr date1904="${Number(date1904)}"/><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${xml}<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/styles.xml': `${xml}<styleSheet ${main}>${styles}</styleSheet>`,
    'xl/worksheets/sheet1.xml': `${xml}<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`,
    ...more,
  });
}
