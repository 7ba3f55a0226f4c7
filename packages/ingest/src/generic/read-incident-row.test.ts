import { describe, expect, it } from 'vitest';
import { splitCoordinates } from './read-incident-row.ts';

describe('one column of coordinates', () => {
  it.each([
    ['44.8125, 20.4612'],
    ['44.8125,20.4612'],
    ['44.8125 20.4612'],
    ['44.8125; 20.4612'],
    ['(44.8125, 20.4612)'],
    ['(44.8125,20.4612)'],
    ['[44.8125,20.4612]'],
    ['POINT (20.4612 44.8125)'],
    ['SRID=4326;POINT(20.4612 44.8125)'],
    ['POINT Z (20.4612 44.8125 117)'],
  ])('%s is read', (text) => {
    expect(splitCoordinates(text, 'lat_lon')).toEqual({ lon: '20.4612', lat: '44.8125' });
  });
  it('may have decimal commas', () => {
    expect(splitCoordinates('44,8125; 20,4612', 'lat_lon')).toEqual({ lon: '20,4612', lat: '44,8125' });
    expect(splitCoordinates('44,8125 20,4612', 'lat_lon')).toEqual({ lon: '20,4612', lat: '44,8125' });
  });
  it('may have the longitude first', () => {
    expect(splitCoordinates('20.4612, 44.8125', 'lon_lat')).toEqual({ lon: '20.4612', lat: '44.8125' });
  });
  it('that is something else is left for the check to report', () => {
    expect(splitCoordinates('near the bridge by night', 'lat_lon')).toEqual({
      lon: 'near the bridge by night',
      lat: 'near the bridge by night',
    });
  });
  it('of one number alone are no point', () => {
    expect(splitCoordinates('44.81', 'lat_lon')).toEqual({ lon: '', lat: '44.81' });
  });
});
