import arrangements from '#resources/sample/described/arrangements.json' with { type: 'json' }
import assessments from '#resources/sample/described/assessments.json' with { type: 'json' }
import breaches from '#resources/sample/described/breaches.json' with { type: 'json' }
import recipients from '#resources/sample/described/recipients.json' with { type: 'json' }
import complaints from '#resources/sample/described/complaints.json' with { type: 'json' }
import consents from '#resources/sample/described/consents.json' with { type: 'json' }
import disclosures from '#resources/sample/described/disclosures.json' with { type: 'json' }
import disposals from '#resources/sample/described/disposals.json' with { type: 'json' }
import evidence from '#resources/sample/described/evidence.json' with { type: 'json' }
import mappings from '#resources/sample/described/mappings.json' with { type: 'json' }
import notices from '#resources/sample/described/notices.json' with { type: 'json' }
import preferences from '#resources/sample/described/preferences.json' with { type: 'json' }
import processors from '#resources/sample/described/processors.json' with { type: 'json' }
import requests from '#resources/sample/described/requests.json' with { type: 'json' }
import retention from '#resources/sample/described/retention.json' with { type: 'json' }
import searches from '#resources/sample/described/searches.json' with { type: 'json' }
import suppressions from '#resources/sample/described/suppressions.json' with { type: 'json' }
import transfers from '#resources/sample/described/transfers.json' with { type: 'json' }
import type { DescribedFiles } from './build-described.ts'

/** The files of the sample's described registers as they were typed. */
export const DESCRIBED_FILES: DescribedFiles = {
  requests,
  searches,
  breaches,
  recipients,
  complaints,
  processors,
  transfers,
  arrangements,
  disclosures,
  retention,
  disposals,
  consents,
  preferences,
  suppressions,
  notices,
  assessments,
  evidence,
  mappings,
}
