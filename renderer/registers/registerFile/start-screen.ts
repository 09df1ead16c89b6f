import type { AppError } from '#shared/errors.ts'
import type { OpenStatus } from '#renderer/api/session.ts'

/** What stands in the window while no register is open. */
export type StartScreen =
  | { readonly kind: 'asking' }
  | { readonly kind: 'welcome' }
  | { readonly kind: 'unlock'; readonly path: string }
  | { readonly kind: 'create'; readonly path: string; readonly sample: boolean }
  | { readonly kind: 'recoveryKey'; readonly recoveryKey: string; readonly status: OpenStatus }
  | { readonly kind: 'bringBack'; readonly archive: string }
  | { readonly kind: 'recover'; readonly path: string }
  | { readonly kind: 'restore'; readonly path: string }
  | { readonly kind: 'problem'; readonly path: string; readonly error: AppError }

export type ShowScreen = (screen: StartScreen) => void

/** Refusals that belong beside the passphrase; every other storage trouble has a screen of its own. */
export function isProblemScreen(error: AppError): boolean {
  return (
    error.code === 'storage' && error.reason !== 'wrong-passphrase' && error.reason !== 'engine-restarted'
  )
}

/** The register's name as people say it: the folder's name without its ending. */
export function nameOfPath(path: string): string {
  return (path.split(/[\\/]/).findLast((part) => part !== '') ?? path).replace(/\.dpo$/i, '')
}

/** The folder a register stands in. */
export function folderOfPath(path: string): string {
  return path.replace(/[\\/]+$/, '').replace(/[\\/][^\\/]*$/, '')
}
