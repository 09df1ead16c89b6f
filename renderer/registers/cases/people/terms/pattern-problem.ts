/** Why a pattern is none; undefined where it is one. The engine looks at it again before it is saved. */
export function patternProblem(text: string): string | undefined {
  try {
    return void new RegExp(text, 'u')
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^.*: /u, '') : 'it cannot be read'
    return `This is no pattern: ${why}.`
  }
}
