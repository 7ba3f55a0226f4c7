/** Whether the tests run as `npx pnpm@12.4.2 test:deep`: for releases, and for whoever changes what only repetition can show. */
export declare const deep: boolean;
/** How often something is tried: a few times on every change, many times in a deep run. */
export declare function times(few: number, many: number): number;
//# sourceMappingURL=depth.d.ts.map
