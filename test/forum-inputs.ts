import { newId } from '../src/shared/ids.ts'
import type { Samples } from './inputs.ts'

/** Valid inputs of the endpoints of issues; test/inputs.ts holds all of them. */
export const forumInputs = {
  'forum.listIssues': () => ({ limit: 100 }),
  'forum.exportIssues': () => ({}),
  'forum.readIssue': ({ issueSlug }) => ({ slug: issueSlug }),
  'forum.listRaisable': () => ({}),
  'forum.raiseIssue': ({ raisablePoint }) => ({ point: raisablePoint }),
  'forum.joinPoint': ({ issue, raisablePoint }) => ({ id: issue, point: raisablePoint }),
  'forum.mendIssue': ({ issue }) => ({ id: issue, rev: 1, words: `Isu ${newId()}` }),
  'forum.promiseIssue': ({ issue, issueTask }) => ({
    id: issue,
    task: { id: issueTask, rev: 1 },
    dueOn: '2031-01-06',
  }),
  'forum.answerIssue': ({ issue, issueTask }) => ({ id: issue, task: { id: issueTask, rev: 1 }, words: 'Jawaban' }),
  'forum.addEvidence': ({ issue }) => ({ id: issue, words: 'Foto rumah pompa' }),
  'forum.dropEvidence': ({ issueEvidence }) => ({ id: issueEvidence, rev: 1 }),
  'forum.readEvidence': ({ issueEvidence }) => ({ id: issueEvidence }),
  'forum.decideIssue': ({ issue }) => ({ id: issue, outcome: 'dilanjutkan' }),
  'forum.publishIssue': ({ issue }) => ({ id: issue, show: ['owner'] }),
  'forum.withdrawIssue': ({ issue }) => ({ id: issue }),
  'forum.linkStrategic': ({ issue }) => ({ issue, kind: 'visi', words: 'Sasaran pertama' }),
  'forum.dropStrategic': ({ strategic }) => ({ id: strategic, rev: 1 }),
  'forum.openAgreement': ({ estate, issue }) => ({ relation: estate, issues: [issue] }),
  'forum.closeAgreement': ({ ksdpk }) => ({ id: ksdpk, rev: 1, reason: 'Alasan' }),
  'forum.readForumOf': ({ estate }) => ({ relation: estate }),
  'forum.readYear': ({ estateSlug }) => ({ slug: estateSlug }),
  'forum.exportYear': ({ estateSlug }) => ({ slug: estateSlug }),
} satisfies Samples
