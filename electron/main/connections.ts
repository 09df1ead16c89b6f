/** How many network connections were asked for since the start: the status bar and the tests read it. */
export type Connections = { made: number; refused: number }

/** The one count of this run; `security.ts` keeps it. */
export const connections: Connections = { made: 0, refused: 0 }
