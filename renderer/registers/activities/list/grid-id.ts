/** The id of the grid's element. */
export const GRID_ID = 'activity-grid'
