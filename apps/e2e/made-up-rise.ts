import type { Template } from '../../packages/store/database-tests/template-database.ts';
import { demonstration } from '../api/process-tests/demonstration.ts';

/** The demonstration with something unusual in its latest complete week: twenty public disputes in Serbia. */
export const madeUpRise: Template = {
  name: 'made_up_rise',
  from: demonstration,
  async fill({ connections }) {
    await connections`
      update incidents set occurred_on = (select date_trunc('week', max(occurred_on) + 1)::date from incidents) - 5 where id in (
        select id from incidents where country = 'RS' and type = 'public_dispute' and date_precision = 'day'
          and occurred_on between '2016-01-01' and '2016-12-31' order by id limit 20)`;
  },
};
