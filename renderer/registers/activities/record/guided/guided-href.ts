import { hrefOf } from '#renderer/app/routing.tsx'

/** The address of a page of the capture of one activity. */
export function guidedHref(id: string, page: string): string {
  return hrefOf('activities', 'new', null, { activity: id, step: page })
}
