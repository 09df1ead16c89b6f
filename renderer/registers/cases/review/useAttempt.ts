import { notifications } from '@mantine/notifications'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCanEdit } from '#renderer/api/editing.ts'
import { sentenceOf } from '#renderer/api/engine.ts'

/**
 * Changes a case: what the work says is shown, and why it could not be done; afterwards the case is asked for again,
 * once for changes that come together. Nothing is attempted while nothing can be changed.
 */
export function useAttempt() {
  const client = useQueryClient()
  const { canEdit, because } = useCanEdit()
  const attempt = async (work: () => Promise<string | null>): Promise<void> => {
    if (!canEdit) return tell(because ?? 'The register is open for reading only.', 'Not changed')
    pending += 1
    clearTimeout(timer)
    try {
      const said = await work()
      if (said) notifications.show({ message: said })
    } catch (error) {
      tell(sentenceOf(error), 'Not done')
    } finally {
      pending -= 1
      if (pending === 0) refreshSoon(client)
    }
  }
  return { canEdit, attempt }
}

/** Says something in the corner; with a title it is about something that could not be done. */
export function tell(message: string, title = ''): void {
  notifications.show({ message, ...(title && { title, color: 'red' }) })
}

/** What no decision changes: it is not asked for again. */
const LASTING: ReadonlySet<unknown> = new Set([
  'cases.pageWords',
  'cases.pageParts',
  'cases.picture',
  'cases.find',
  'cases.source',
])
const REFRESH_AFTER_MS = 200

let timer: ReturnType<typeof setTimeout> | undefined
/** Changes that are on their way: what is asked for between them would show the state before. */
let pending = 0

function refreshSoon(client: QueryClient): void {
  clearTimeout(timer)
  const predicate = ({ queryKey: [name] }: { queryKey: readonly unknown[] }) =>
    String(name).startsWith('cases.') && !LASTING.has(name)
  timer = setTimeout(() => void client.invalidateQueries({ predicate }), REFRESH_AFTER_MS)
}
