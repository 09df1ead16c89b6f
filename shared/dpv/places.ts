import type { Place } from './concept.ts'

const BASIS = { isA: ['dpv:LegalBasis'], broader: ['dpv:DataTransferLegalBasis'] } as const

function like(...closeMatch: readonly string[]): Place {
  return { ...BASIS, closeMatch }
}

/**
 * Where the transfer mechanisms of the United Kingdom stand beside those of the European Union. A match is close, never
 * exact: the documents and the test differ. "Not a restricted transfer" is no legal basis and has no place.
 */
export const MECHANISM_PLACES: Readonly<Record<string, Place>> = {
  ADEQUACY: like('eu-gdpr:A45-3', 'eu-gdpr:AdequacyDecision'),
  'US-BRIDGE': { ...BASIS, broader: ['dpouk:ADEQUACY'] },
  IDTA: like('eu-gdpr:A46-2-d'),
  ADDENDUM: like('eu-gdpr:A46-2-d'),
  'SDPC-REGS': like('eu-gdpr:A46-2-c'),
  BCR: like('eu-gdpr:A46-2-b', 'eu-gdpr:BindingCorporateRules'),
  CODE: like('eu-gdpr:A46-2-e', 'eu-gdpr:CodesOfConductForDataTransfers'),
  CERT: like('eu-gdpr:A46-2-f', 'eu-gdpr:CertificationMechanismsForDataTransfers'),
  'PUBLIC-INSTRUMENT': like('eu-gdpr:A46-2-a'),
  BESPOKE: like('eu-gdpr:A46-3-a', 'eu-gdpr:A46-3-b'),
  'FURTHER-REGS': BASIS,
  'LEGACY-SAVED': BASIS,
  'D49-a': like('eu-gdpr:A49-1-a'),
  'D49-b': like('eu-gdpr:A49-1-b'),
  'D49-c': like('eu-gdpr:A49-1-c'),
  'D49-d': like('eu-gdpr:A49-1-d'),
  'D49-e': like('eu-gdpr:A49-1-e'),
  'D49-f': like('eu-gdpr:A49-1-f'),
  'D49-g': like('eu-gdpr:A49-1-g'),
  'D49-cli': like('eu-gdpr:A49-2'),
}

/** The rights of the European Union that are close to those of the United Kingdom. */
export const RIGHT_MATCHES: Readonly<Record<string, readonly string[]>> = {
  'R-INFO': ['eu-gdpr:A13', 'eu-gdpr:A14'],
  'R-ACCESS': ['eu-gdpr:A15'],
  'R-RECT': ['eu-gdpr:A16'],
  'R-ERASE': ['eu-gdpr:A17'],
  'R-RESTRICT': ['eu-gdpr:A18'],
  'R-NOTIFY': ['eu-gdpr:A19'],
  'R-PORT': ['eu-gdpr:A20'],
  'R-OBJECT': ['eu-gdpr:A21'],
  'R-MKT': ['eu-gdpr:A21'],
  'R-ADM': ['eu-gdpr:A22'],
  'R-WITHDRAW': ['eu-gdpr:A7-3'],
  'R-CPL-ICO': ['eu-gdpr:A77'],
}
