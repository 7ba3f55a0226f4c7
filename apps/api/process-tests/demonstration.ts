import type { Template } from '../../../packages/store/database-tests/template-database.ts';
import { ready } from '../../cli/database-tests/ready-database.ts';
import { ended, launchServer } from './launched-server.ts';

/** What the first start of the product makes of a database without incidents. */
export const demonstration: Template = {
  name: 'demonstration',
  from: ready,
  async fill(_, url) {
    const server = await launchServer({ PORT: '0', DATABASE_URL: url, DEMO: 'on', ANALYTICS: 'sql' });
    await ended(server.process);
    if (!/Loaded made-up demonstration data: \d{1,3}(,\d{3})+ incidents\. None of them are real\./.test(server.printed))
      throw new Error(`The first start loaded no demonstration data:\n${server.printed}`);
  },
};
