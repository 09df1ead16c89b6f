const VERBS: Readonly<Record<string, string>> = {
  create: 'Entered',
  createSample: 'Entered with the sample',
  change: 'Changed',
  duplicate: 'Made as a copy',
  remove: 'Removed',
  unlinkAndRemove: 'Removed, and taken out where it was used',
  applyBulk: 'Changed with others',
  waiveGap: 'Gap set aside',
  withdrawWaiver: 'Gap raised again',
  merge: 'Terms merged',
  log: 'Logged',
  addMany: 'Brought in with a list',
  lift: 'Suppression lifted',
  fromActivities: 'Made from activities',
  dispose: 'Disposal recorded',
  destroy: 'Documents destroyed',
  saveMapping: 'Decided about the columns of an export',
  build: 'Built to be handed over',
  snooze: 'Reminder moved',
  recordReport: 'Report recorded as sent',
  undo: 'Undone',
  redo: 'Done again',
}

/** What a procedure did, in words: "activities.change" is "Changed". */
export function wordsForProcedure(procedure: string): string {
  const verb = procedure.split('.').at(-1) ?? procedure
  return VERBS[verb] ?? procedure
}
