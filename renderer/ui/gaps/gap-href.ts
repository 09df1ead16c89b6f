/** The address of the field a gap concerns, in the record at `href`. */
export function gapHref(href: string, gap: { readonly field: string; readonly item: string | null }): string {
  const search = new URLSearchParams({ field: gap.field, ...(gap.item !== null && { item: gap.item }) })
  return `${href}?${search.toString()}`
}
