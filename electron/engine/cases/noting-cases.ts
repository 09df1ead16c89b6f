import type { CasesToBegin } from './open-cases.ts'

/** The cases, with a note of each that is opened to be worked on. */
export function notingCases(cases: CasesToBegin, note: (request: string) => void): CasesToBegin {
  return {
    ...cases,
    find(request) {
      note(request)
      return cases.find(request)
    },
    get(request) {
      note(request)
      return cases.get(request)
    },
    begin(request, at) {
      note(request)
      return cases.begin(request, at)
    },
  }
}
