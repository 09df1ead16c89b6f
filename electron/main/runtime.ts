/** The oldest Electron that the program is supported on: what is below gets no security fixes. */
export const ELECTRON_FLOOR = [42, 3, 3] as const

/** Whether this Electron is a supported one; the evaluation runtime is not. */
export function isSupportedElectron(version: string): boolean {
  const parts = version.split(/[.-]/).map(Number)
  for (const [index, least] of ELECTRON_FLOOR.entries()) {
    const part = parts[index] ?? 0
    if (part !== least) return part > least
  }
  return true
}

/** The words for the title area and the About box of an Electron below the floor. */
export const UNSUPPORTED_NOTICE = 'Evaluation runtime, out of support'
