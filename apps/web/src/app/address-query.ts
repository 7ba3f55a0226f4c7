/** The query string as it stands in the address, without its question mark; filter/explore-state.ts reads it. */
export interface AddressQuery {
  readonly query: string;
}
