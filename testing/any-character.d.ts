import fc from 'fast-check';
/** Any character of Unicode, for `fc.string({ unit: anyCharacter })`. The library's own unit of this kind takes a second to make. */
export declare const anyCharacter: fc.Arbitrary<string>;
//# sourceMappingURL=any-character.d.ts.map
