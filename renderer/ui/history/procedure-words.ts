const VERBS: Readonly<Record<string, string>> = {
  create: 'Entered',
  createSample: 'Entered with the sample',
  change: 'Changed',
  duplicate: 'Made as a copy',
  remove: 'Removed',
  applyBulk: 'Changed with others',
  waiveGap: 'Gap set aside',
  withdrawWaiver: 'Gap raised again',
  merge: 'Terms merged',
  undo: 'Undone',
  redo: 'Done again',
}

/** What a procedure did, in words: "activities.change" is "Changed". */
export function wordsForProcedure(procedure: string): string {
  const verb = procedure.split('.').at(-1) ?? procedure
  return VERBS[verb] ?? procedure
}
