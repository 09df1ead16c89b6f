/** The keys of some fields in the order in which they were written: the fields of a section. */
export function keysOf<F extends object>(fields: F): readonly (keyof F & string)[] {
  return Object.keys(fields) as (keyof F & string)[]
}
