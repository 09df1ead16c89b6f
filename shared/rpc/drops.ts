/** Between preload and shell: the paths of files a person let fall on the window. No page can send on it. */
export const DROP_CHANNEL = 'dropped'

/** Marks a place of a page on which files may be let fall. */
export const DROP_PLACE = 'data-takes-files'
