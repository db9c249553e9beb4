import { z } from 'zod'
import type { EvidenceFacts } from '~/domain/evidence-facts'
import { evidenceFactFields, evidenceLinkFields, urlField } from '~/http/evidence-form'

export const NewEvidenceForm = z
  .object({ ...evidenceFactFields, ...evidenceLinkFields, url: urlField })
  .transform(({ url, elements, requests, recommendation, action, owner, ...facts }) => ({
    facts: { ...facts, ownerId: owner } as EvidenceFacts,
    url,
    links: {
      elements,
      requests,
      recommendations: recommendation === null ? [] : [recommendation],
      actions: action === null ? [] : [action],
    },
  }))
