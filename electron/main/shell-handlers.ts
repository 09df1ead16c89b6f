import { rename, writeFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { app, BrowserWindow, dialog, nativeTheme, Notification, shell } from 'electron'
import { AppError } from '#shared/errors.ts'
import { dueSentence } from '#shared/registers/today/due-notice.ts'
import { LINKS, type LinkId, type SaveKind } from '#shared/rpc/shell-contract.ts'
import { connections } from './connections.ts'
import { sortDropped } from './drops.ts'
import type { Grants } from './grants.ts'
import type { RecentRegisters } from './recent.ts'
import { isSupportedElectron } from './runtime.ts'
import type { ShellHandlers } from './shell-calls.ts'

type Parts = {
  readonly grants: Grants
  readonly recent: RecentRegisters
  readonly takeDropped: () => readonly string[]
}

/** What only the shell can do: dialogs, the desktop's file manager and browser, and facts about the runtime. */
export function shellHandlers({ grants, recent, takeDropped }: Parts): ShellHandlers {
  return {
    'shell.chooseRegisterToOpen': async () => {
      const [path = null] = await chooseExisting({ title: 'Open a register', properties: ['openDirectory'] })
      if (path) remember(path)
      return { path }
    },
    'shell.chooseNewRegister': ({ suggestedName }) =>
      choosePlace({ title: 'New register', name: suggestedName, ending: '.dpo', label: 'Register' }),
    'shell.chooseSavePath': ({ suggestedName, kind }) =>
      choosePlace({
        title: 'Save',
        name: suggestedName,
        ending: kind === 'any' ? extname(suggestedName) : `.${kind}`,
        label: SAVE_LABELS[kind],
      }),
    'shell.chooseFile': async ({ kind }) => {
      const filters = [
        kind === 'table'
          ? { name: 'Table', extensions: ['csv', 'tsv', 'txt', 'xlsx'] }
          : { name: kind.toUpperCase(), extensions: [kind] },
      ]
      const [path = null] = await chooseExisting({
        title: 'Choose a file',
        properties: ['openFile'],
        filters,
      })
      if (path) grants.allowReading(path)
      return { path }
    },
    'shell.chooseFiles': async () => {
      const paths = await chooseExisting({
        title: 'Choose files',
        properties: ['openFile', 'multiSelections'],
      })
      for (const path of paths) grants.allowReading(path)
      return { paths: [...paths] }
    },
    'shell.chooseFolderToRead': async () => {
      const [path = null] = await chooseExisting({ title: 'Choose a folder', properties: ['openDirectory'] })
      if (path) grants.allowReading(path)
      return { path }
    },
    'shell.takeDropped': async ({ withFolders = false }) => {
      const { files, folders, others } = sortDropped(takeDropped())
      const paths = withFolders ? [...files, ...folders] : files
      const refused = withFolders ? others : [...folders, ...others]
      for (const path of paths) grants.allowReading(path)
      return { paths, refused: refused.map((path) => basename(path)) }
    },
    'shell.chooseFolder': async () => {
      const properties = ['openDirectory', 'createDirectory'] as const
      const [path = null] = await chooseExisting({ title: 'Choose a folder', properties: [...properties] })
      if (path) grants.allow(path)
      return { path }
    },
    'shell.recentRegisters': async () => {
      const registers = recent.list()
      for (const { path } of registers) grants.allow(path)
      return registers
    },
    'shell.rememberRegister': async ({ path }) => {
      grants.check(path)
      recent.remember(path)
      return {}
    },
    'shell.forgetRecent': async ({ path }) => {
      recent.forget(path)
      return {}
    },
    'shell.reveal': async ({ path }) => {
      grants.check(path)
      shell.showItemInFolder(path)
      return {}
    },
    'shell.openLink': async ({ id }) => ({ opened: await openLink(id) }),
    'shell.runtimeInfo': async () => runtimeInfo(),
    'shell.saveText': async ({ path, text }) => {
      grants.check(path)
      await saveWhole(path, text)
      return {}
    },
    'shell.tellDue': async (counts) => ({ shown: tellDue(dueSentence(counts)) }),
    'shell.setTheme': async ({ theme }) => {
      nativeTheme.themeSource = theme
      return {}
    },
  }

  function remember(path: string): void {
    grants.allow(path)
    recent.remember(path)
  }

  async function choosePlace(wish: { title: string; name: string; ending: string; label: string }) {
    const { filePath } = await dialog.showSaveDialog(frontWindow(), {
      title: wish.title,
      defaultPath: withEnding(wish.name, wish.ending),
      filters: [{ name: wish.label, extensions: [wish.ending.slice(1) || '*'] }],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    })
    if (!filePath) return { path: null }
    const path = withEnding(filePath, wish.ending)
    grants.allow(path)
    return { path }
  }
}

const SAVE_LABELS: Readonly<Record<SaveKind, string>> = {
  pdf: 'PDF document',
  docx: 'Word document',
  xlsx: 'Excel workbook',
  csv: 'CSV table',
  json: 'JSON data',
  zip: 'Archive',
  svg: 'SVG drawing',
  ics: 'Calendar',
  txt: 'Text',
  any: 'File',
}

/** Shows a sentence through the desktop, where it can; a click brings the window to the front. */
function tellDue(sentence: string | null): boolean {
  if (sentence === null || !Notification.isSupported()) return false
  const notice = new Notification({ title: 'DPO Workbench', body: sentence })
  notice.once('click', () => frontWindow().show())
  notice.show()
  return true
}

/** Asks, with the address in full, and opens the person's browser only on "Open". */
export async function openLink(id: LinkId): Promise<boolean> {
  const { response } = await dialog.showMessageBox(frontWindow(), {
    type: 'question',
    message: 'Open this page in the web browser?',
    detail: `${LINKS[id]}\n\nThe browser will connect to the internet. Nothing from the register is sent.`,
    buttons: ['Open', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  })
  if (response !== 0) return false
  await shell.openExternal(LINKS[id])
  return true
}

async function chooseExisting(options: Electron.OpenDialogOptions): Promise<readonly string[]> {
  const { filePaths } = await dialog.showOpenDialog(frontWindow(), options)
  return filePaths
}

function frontWindow(): BrowserWindow {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  if (!window) throw new AppError('cancelled', 'The window was closed.')
  return window
}

function withEnding(path: string, ending: string): string {
  return path.toLowerCase().endsWith(ending.toLowerCase()) ? path : path + ending
}

async function saveWhole(path: string, text: string): Promise<void> {
  try {
    await writeFile(`${path}.new`, text)
    await rename(`${path}.new`, path)
  } catch (cause) {
    throw new AppError('storage', `The file could not be written: ${path}`, { cause })
  }
}

function runtimeInfo() {
  const { electron, chrome, node } = process.versions
  return {
    version: app.getVersion(),
    electron,
    chromium: chrome,
    node,
    platform: `${process.platform} ${process.arch}`,
    supported: isSupportedElectron(electron),
    packaged: app.isPackaged,
    connections: { ...connections },
  }
}
