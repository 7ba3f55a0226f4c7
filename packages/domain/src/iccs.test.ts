import { describe, expect, it } from 'vitest';
import { iccsOf } from './iccs.ts';
import { incidentTypes } from './vocabularies.ts';

const incident = { type: 'public_dispute', subtype: null, killed: 0, injured: 0 } as const;

describe('the ICCS category of an incident', () => {
  it('is the most serious that what is coded supports', () => {
    expect(iccsOf({ ...incident, killed: 1, injured: 3 }, false)).toBe('0101');
    expect(iccsOf({ ...incident, injured: 3 }, false)).toBe('02011');
    const robbery = { ...incident, type: 'criminal_context', subtype: 'criminal_context.armed_robbery' } as const;
    expect(iccsOf({ ...robbery, killed: 1 }, false)).toBe('0101');
    expect(iccsOf({ ...robbery, injured: 1 }, false)).toBe('0401');
    expect(iccsOf(robbery, false)).toBe('0401');
  });

  it('has no value where nobody is known to be harmed', () => {
    expect(iccsOf(incident, false)).toBeNull();
    expect(iccsOf({ ...incident, killed: null, injured: null }, false)).toBeNull();
  });

  it('calls nothing a homicide or an assault of which the intent or the lawfulness is not recorded', () => {
    const decided = incidentTypes.codes.filter((type) => iccsOf({ ...incident, type, killed: 1 }, false) !== null);
    expect(decided).toEqual(['criminal_context', 'public_dispute', 'domestic_violence', 'political_or_extremist']);
    expect(incidentTypes.codes.filter((type) => iccsOf({ ...incident, type, injured: 1 }, false) !== null)).toEqual(decided);
  });

  it('does not take people for killed by others whose dataset counts suicides with them', () => {
    expect(iccsOf({ ...incident, killed: 1 }, true)).toBeNull();
    expect(iccsOf({ ...incident, injured: 1 }, true)).toBe('02011');
  });
});
