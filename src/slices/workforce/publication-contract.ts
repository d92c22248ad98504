import { z } from 'zod'
import { endpoint } from '../../shared/endpoint.ts'
import { actId, id } from '../../shared/fields.ts'

export const publishCohort = endpoint({
  name: 'workforce.publishCohort',
  method: 'POST',
  path: '/api/workforce/cohorts/:id/publish',
  summary: 'Publish a cohort: its counts by step with their sources, never a name of somebody.',
  allow: 'programmes.publish',
  input: z.object({ act: actId, id }),
  output: z.object({ id }),
})

export const withdrawCohort = endpoint({
  name: 'workforce.withdrawCohort',
  method: 'POST',
  path: '/api/workforce/cohorts/:id/withdraw',
  summary: 'Take the public page of a cohort back; its address then answers that it was withdrawn.',
  allow: 'programmes.publish',
  input: z.object({ act: actId, id }),
  output: z.object({ id }),
})

export const publishOverview = endpoint({
  name: 'workforce.publishOverview',
  method: 'POST',
  path: '/api/workforce/publish',
  summary: 'Publish the region’s own statements about programmes abroad, its figures and the requests by skill.',
  allow: 'programmes.publish',
  input: z.object({ act: actId }),
  output: z.object({ id }),
})

export const withdrawOverview = endpoint({
  name: 'workforce.withdrawOverview',
  method: 'POST',
  path: '/api/workforce/withdraw',
  summary: 'Take them back: the public page then shows the shipped statements alone.',
  allow: 'programmes.publish',
  input: z.object({ act: actId }),
  output: z.object({ id }),
})
