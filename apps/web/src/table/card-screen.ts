/** So narrow that rows are cards; incident-table.module.css has the same width. */
export const cardScreen = '(max-width: 720px)';
