-- Search looks at the beginnings of words, and at Cyrillic in Latin letters, by which either script finds the other and which an index
-- of trigrams can hold whatever the locale of the server. The program writes the new texts in the same
-- transaction (packages/store/src/search-texts.ts), since SQL does not know how languages are romanised.

comment on column incidents.search_text is 'Words that text search looks at, folded, a space before each; Cyrillic in Latin letters.';
