import { useRoute } from '#renderer/app/routing.tsx'
import { CalendarPage } from './CalendarPage.tsx'
import { QueuePage } from './QueuePage.tsx'

/** What is due: as a queue, or as a calendar. */
export function TodayPage() {
  const { id } = useRoute()
  return id === 'calendar' ? <CalendarPage /> : <QueuePage />
}
