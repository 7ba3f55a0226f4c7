import type { Setting } from '@monitor/domain';

const words: readonly (readonly [setting: Setting, pattern: RegExp])[] = [
  ['school', /\b(?:(?:elementary|middle|high|public|charter) school|school|university|college|campus|academy)\b/i],
  [
    'hospitality',
    /\b(?:bar|bar & grill|night ?club|club|lounge|tavern|pub|saloon|restaurant|cafe|grill|diner|pizza|hotel|motel|inn|casino)\b/i,
  ],
  ['home', /\b(?:apartments?|apts?|condos?|condominiums?|town ?homes?|mobile home|trailer park|homes|housing|residence)\b/i],
  [
    'workplace',
    /\b(?:store|market|supermarket|mall|shop|gas station|walmart|pharmacy|bank|salon|barber ?shop|office|warehouse|pawn)\b/i,
  ],
];

/**
 * What the description of a location says of the setting, as a code; empty if it says nothing. The description itself is
 * never kept, since it can name people; many are names of neighbourhoods, so that "park" in one does not mean a park.
 */
export function settingOfDescription(text: string): string {
  return words.find(([, pattern]) => pattern.test(text))?.[0] ?? '';
}
