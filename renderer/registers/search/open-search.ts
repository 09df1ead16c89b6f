import { hrefOf, navigate } from '#renderer/app/routing.tsx'

/** Where the field of the search page is found. */
export const SEARCH_FIELD = 'search-field'

/** Goes to the search page, or back to its field. */
export function openSearch(): void {
  const field = document.getElementById(SEARCH_FIELD)
  if (!(field instanceof HTMLInputElement)) return navigate(hrefOf('search'))
  field.focus()
  field.select()
}
