import homeStart from '#resources/sample/activities-home-start.json' with { type: 'json' }
import polarisChildrensServices from '#resources/sample/activities-polaris-childrens-services.json' with { type: 'json' }
import polarisCommunity from '#resources/sample/activities-polaris-community.json' with { type: 'json' }
import supportService from '#resources/sample/activities-support-service.json' with { type: 'json' }
import worcestershire from '#resources/sample/activities-worcestershire.json' with { type: 'json' }
import contracts from '#resources/sample/contracts.json' with { type: 'json' }
import organisations from '#resources/sample/organisations.json' with { type: 'json' }
import vocabulary from '#resources/sample/vocabulary.json' with { type: 'json' }
import type { RegisterContent } from '#shared/records/register-content.ts'
import { DESCRIBED_FILES } from './described-files.ts'
import { buildRegister, type SampleFiles } from './build-register.ts'

/** The files of the sample as they were typed, each under its name. */
export const SAMPLE_FILES: SampleFiles = {
  vocabulary,
  organisations,
  contracts,
  described: DESCRIBED_FILES,
  activities: {
    'activities-polaris-childrens-services.json': polarisChildrensServices,
    'activities-polaris-community.json': polarisCommunity,
    'activities-worcestershire.json': worcestershire,
    'activities-support-service.json': supportService,
    'activities-home-start.json': homeStart,
  },
}

/**
 * The sample register: five organisations that publish a privacy notice, and what
 * their notices say they do. Pure and deterministic: each call gives the same records with the same ids.
 */
export function buildSample(): RegisterContent {
  return buildRegister(SAMPLE_FILES)
}
