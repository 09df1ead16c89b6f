import { ipcRenderer, webUtils } from 'electron'
import { DROP_CHANNEL, DROP_PLACE } from '#shared/rpc/drops.ts'

/**
 * Tells the shell which files a person let fall on a place that takes files. It listens in a world of its own:
 * a page can neither feign such an event nor name a path, and a file that a page made has none.
 */
export function tellDrops(): void {
  window.addEventListener(
    'drop',
    (event) => {
      if (!event.isTrusted || !(event.target instanceof Element)) return
      if (!event.target.closest(`[${DROP_PLACE}]`)) return
      const paths = [...(event.dataTransfer?.files ?? [])].map(pathOf).filter((path) => path !== '')
      ipcRenderer.send(DROP_CHANNEL, paths)
    },
    true,
  )
}

/** Where a file lies on the disk; the evaluation runtime's Electron has no `webUtils` yet. */
function pathOf(file: File): string {
  const utilities: typeof webUtils | undefined = webUtils
  return utilities ? utilities.getPathForFile(file) : ((file as { path?: string }).path ?? '')
}
