import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { OWN_KEYWORDS } from '../formats/json-schema.ts'

/** A schema made ready to be held against values: formats are checked, keywords that are not known refuse it. */
export function schemaReader(): Ajv2020 {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: false })
  addFormats(ajv)
  ajv.addVocabulary(Object.keys(OWN_KEYWORDS))
  return ajv
}
