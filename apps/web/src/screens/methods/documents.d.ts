/* Documents in Markdown, as HTML, and their sections: made by documents.ts beside vite.config.ts. */
declare module '*.md' {
  const html: string;
  export default html;
  export const contents: readonly { readonly id: string; readonly title: string }[];
}
declare module '*.md?part' {
  const html: string;
  export default html;
  export const contents: readonly { readonly id: string; readonly title: string }[];
}
