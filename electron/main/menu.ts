import { app, Menu, type MenuItemConstructorOptions, shell } from 'electron'
import { LINKS, type LinkId } from '#shared/rpc/shell-contract.ts'
import type { EngineProcess } from './engine-process.ts'
import { isSupportedElectron, UNSUPPORTED_NOTICE } from './runtime.ts'
import { openLink } from './shell-handlers.ts'

const LINK_LABELS: Readonly<Record<LinkId, string>> = {
  'ico-home': 'Information Commissioner’s Office',
  'ico-fee-register': 'Register of fee payers',
  'ico-documentation': 'ICO guidance: documentation',
  'ico-lawful-basis': 'ICO guidance: lawful basis',
  'uk-gdpr': 'UK GDPR',
  'dpa-2018': 'Data Protection Act 2018',
}

/** The menu bar; in development with a Debug menu. */
export function setMenu(engine: EngineProcess, logFolder: string): void {
  describeProgram()
  const menus: MenuItemConstructorOptions[] = [
    fileMenu(engine),
    { role: 'editMenu' },
    viewMenu,
    helpMenu(logFolder),
    ...(app.isPackaged ? [] : [debugMenu(engine)]),
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(menus))
}

function fileMenu(engine: EngineProcess): MenuItemConstructorOptions {
  return {
    label: '&File',
    submenu: [
      {
        label: '&Lock the register',
        accelerator: 'CmdOrCtrl+Shift+L',
        click: () => engine.control({ control: 'lock', because: 'asked' }),
      },
      { type: 'separator' },
      { role: 'quit', label: '&Quit', accelerator: 'CmdOrCtrl+Q' },
    ],
  }
}

const viewMenu: MenuItemConstructorOptions = {
  label: '&View',
  submenu: [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ],
}

function helpMenu(logFolder: string): MenuItemConstructorOptions {
  const links = Object.keys(LINKS) as LinkId[]
  return {
    label: '&Help',
    submenu: [
      {
        label: 'On the &web',
        submenu: links.map((id) => ({ label: LINK_LABELS[id], click: () => void openLink(id) })),
      },
      { label: 'Show the &log', click: () => void shell.openPath(logFolder) },
      { type: 'separator' },
      { role: 'about', label: '&About DPO Workbench' },
    ],
  }
}

function debugMenu(engine: EngineProcess): MenuItemConstructorOptions {
  return {
    label: '&Debug',
    submenu: [{ role: 'toggleDevTools' }, { label: '&Kill the engine', click: () => engine.kill() }],
  }
}

function describeProgram(): void {
  const electron = process.versions.electron
  const notice = isSupportedElectron(electron) ? '' : `\n${UNSUPPORTED_NOTICE}: not for real registers.`
  app.setAboutPanelOptions({
    applicationName: 'DPO Workbench',
    applicationVersion: app.getVersion(),
    copyright: `Electron ${electron}, Chromium ${process.versions.chrome}${notice}`,
  })
}
