import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '../ui/mantine.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { createQueryClient } from '#renderer/api/client.ts'
import { sessionStore } from '#renderer/api/session.ts'
import { prefetchFirstRows } from '#renderer/registers/activities/list/first-rows.ts'
import { FilesField } from '#renderer/registers/documents/FilesField.tsx'
import { prefetchQueue } from '#renderer/registers/today/queue-input.ts'
import { type FilesPartProps, ShowFilesContext } from '#renderer/ui/described/fields/files-part.ts'
import { parseRoute } from './routing.tsx'
import { Shell } from './Shell.tsx'
import { cssVariables, sessionColorScheme, styleNonce, theme } from './theme.ts'

const client = createQueryClient()
const colorScheme = sessionColorScheme()
const showFiles = (props: FilesPartProps) => <FilesField {...props} />

// What the first page shows is asked for in the same breath as the register opens, before the screen is drawn.
function prefetchWhenOpen(): void {
  if (sessionStore.get().phase !== 'open') return
  if (parseRoute(location.hash).section === 'today') prefetchQueue(client)
  else prefetchFirstRows(client)
}
sessionStore.subscribe(prefetchWhenOpen)
prefetchWhenOpen()

/** The program once a register is open. */
export function Workbench() {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={colorScheme}
      cssVariablesResolver={cssVariables}
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={client}>
        <ShowFilesContext value={showFiles}>
          <Shell />
        </ShowFilesContext>
        <Notifications position="bottom-right" autoClose={6000} limit={3} transitionDuration={0} />
      </QueryClientProvider>
    </MantineProvider>
  )
}
