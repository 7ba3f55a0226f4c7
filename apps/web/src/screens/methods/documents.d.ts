/* Documents in Markdown, as HTML: made by documents.ts beside vite.config.ts. */
declare module '*.md' {
  const html: string;
  export default html;
}
declare module '*.md?part' {
  const html: string;
  export default html;
}
