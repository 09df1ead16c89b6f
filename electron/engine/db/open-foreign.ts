import Database from 'better-sqlite3'

/**
 * Opens a database of another program, by its path or from its bytes, so that nothing in it can act and nothing is
 * written: no trigger, function or view of it is trusted, and a damaged page is noticed. Whole numbers come as bigint.
 * Throws what the library throws.
 */
export function openForeign(pathOrBytes: string | Buffer): Database.Database {
  const database = new Database(pathOrBytes, {
    readonly: true,
    ...(typeof pathOrBytes === 'string' && { fileMustExist: true }),
  })
  try {
    database.pragma('query_only = ON')
    database.pragma('trusted_schema = OFF')
    database.pragma('cell_size_check = ON')
    database.pragma('temp_store = MEMORY')
    database.defaultSafeIntegers(true)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
