import type { Activity } from './activity.schema.ts'
import type { Flow, FlowPlace, FlowWords } from './flow.parts.ts'
import { flowRowsOf } from './flow.rows.ts'

/** Where the data of one or several activities comes from, is held and goes, as the records say it. */
export function flowOf(title: string, activities: readonly Activity[], words: FlowWords): Flow {
  const places = new Map<string, FlowPlace>()
  const rows = activities.flatMap((activity) => flowRowsOf(activity, words, places))
  return { title, places: [...places.values()], rows, abroadNote: abroadNote(activities) }
}

function abroadNote(activities: readonly Activity[]): string {
  const open = activities.filter(({ destinations }) => destinations.state === 'toBeDetermined').length
  if (activities.length === 0) return ''
  if (open === 0) return 'Nothing is recorded as leaving the United Kingdom.'
  return activities.length === 1
    ? 'Whether data leaves the United Kingdom is to be determined.'
    : `For ${open} of ${activities.length} activities it is to be determined whether data leaves the United Kingdom.`
}
