import type { ElectronApplication } from '@playwright/test'

type Answer = {
  readonly path?: string | null
  /** Several files, where more than one may be chosen. */
  readonly paths?: readonly string[]
  readonly button?: number
}
type Seen = { readonly kind: 'open' | 'save' | 'message'; readonly options: Record<string, unknown> }

/** The operating system's dialogs, which no test can click: answered in the main process from outside the program. */
export type NativeDialogs = {
  /** Answers the next dialog: with a path (null turns back), or with a button. */
  answerNext(answer: Answer): Promise<void>
  /** Every dialog that was shown so far. */
  seen(): Promise<Seen[]>
  /** Dialogs nobody had an answer ready for. */
  unexpected(): Promise<Seen[]>
}

/** Puts answers in the place of the native dialogs; a dialog without an answer is turned down and remembered. */
export async function stubNativeDialogs(program: ElectronApplication): Promise<NativeDialogs> {
  await program.evaluate(({ dialog }) => {
    const state = { answers: [] as Answer[], seen: [] as Seen[], unexpected: [] as Seen[] }
    const answer = (kind: Seen['kind'], args: unknown[]): Answer => {
      const shown = { kind, options: args.at(-1) as Record<string, unknown> }
      state.seen.push(shown)
      const ready = state.answers.shift()
      if (!ready) state.unexpected.push(shown)
      return ready ?? { path: null, button: 1 }
    }
    Object.assign(dialog, {
      showOpenDialog: async (...args: unknown[]) => {
        const { path, paths = path ? [path] : [] } = answer('open', args)
        return { canceled: paths.length === 0, filePaths: paths }
      },
      showSaveDialog: async (...args: unknown[]) => {
        const { path } = answer('save', args)
        return { canceled: !path, filePath: path ?? '' }
      },
      showErrorBox: (title: string, content: string) => void answer('message', [{ title, content }]),
      showMessageBox: async (...args: unknown[]) => ({ response: answer('message', args).button ?? 0 }),
    })
    Reflect.set(globalThis, 'nativeDialogs', state)
  })
  const read = (key: 'seen' | 'unexpected') =>
    program.evaluate((_electron, name) => Reflect.get(Reflect.get(globalThis, 'nativeDialogs'), name), key)
  return {
    answerNext: (answer) =>
      program.evaluate((_electron, next) => {
        Reflect.get(globalThis, 'nativeDialogs').answers.push(next)
      }, answer),
    seen: () => read('seen') as Promise<Seen[]>,
    unexpected: () => read('unexpected') as Promise<Seen[]>,
  }
}
