import type { FastifyReply } from 'fastify';
import type { IndicatorTable } from '@monitor/contract';
import { today } from '@monitor/domain';
import { dataLinks } from '../http/data-links.ts';
import { contentDisposition, downloadName } from '../http/download-name.ts';
import type { IndicatorRequest } from './indicator-table.ts';

/** Gives a file of indicators its type, its name, and the links to its licences. */
export function describeDownload(
  reply: FastifyReply,
  { filter }: IndicatorRequest,
  { datasets }: IndicatorTable,
  { type, extension }: { readonly type: string; readonly extension: string },
): FastifyReply {
  return reply
    .type(type)
    .header('Content-Disposition', contentDisposition(downloadName({ filter }, extension, today(), 'armed-violence-indicators')))
    .header(
      'Link',
      dataLinks(
        datasets.map((dataset) => ({ ...dataset, incidents: 1 })),
        { filter },
      ),
    );
}
