import { z } from 'zod'

/** The registers made from a description, in the order of the rail. */
export const DescribedName = z.enum([
  'requests',
  'searches',
  'breaches',
  'recipients',
  'complaints',
  'processors',
  'transfers',
  'arrangements',
  'disclosures',
  'retention',
  'disposals',
  'consents',
  'preferences',
  'suppressions',
  'notices',
  'assessments',
  'evidence',
  'mappings',
])
export type DescribedName = z.infer<typeof DescribedName>
