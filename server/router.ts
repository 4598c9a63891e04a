import * as auditCheckpoint from './procedures/audit/checkpoint'
import * as auditCheckpoints from './procedures/audit/checkpoints'
import * as auditChoices from './procedures/audit/choices'
import * as listAudit from './procedures/audit/list'
import * as look from './procedures/audit/look'
import * as overview from './procedures/audit/overview'
import * as rotateKey from './procedures/audit/rotate-key'
import { changePassword } from './procedures/auth/change-password'
import { me } from './procedures/auth/me'
import { signIn } from './procedures/auth/sign-in'
import { signOut } from './procedures/auth/sign-out'
import * as createClient from './procedures/clients/create'
import * as listClients from './procedures/clients/list'
import * as revokeClient from './procedures/clients/revoke'
import * as decide from './procedures/decisions/decide'
import * as getDraft from './procedures/drafts/get'
import * as here from './procedures/drafts/here'
import * as saveDraft from './procedures/drafts/save'
import * as getHandbook from './procedures/handbooks/get'
import * as listHandbooks from './procedures/handbooks/list'
import * as movePolicies from './procedures/handbooks/move'
import * as handbookTakers from './procedures/handbooks/takers'
import * as createPerson from './procedures/people/create'
import * as listPeople from './procedures/people/list'
import * as removePerson from './procedures/people/remove'
import * as resetPassword from './procedures/people/reset-password'
import * as setApproves from './procedures/people/set-approves'
import * as setRole from './procedures/people/set-role'
import * as createPolicy from './procedures/policies/create'
import * as listPolicies from './procedures/policies/list'
import * as removePolicy from './procedures/policies/remove'
import * as setApprovalsNeeded from './procedures/policies/set-approvals-needed'
import * as approveProposal from './procedures/proposals/approve'
import * as getProposal from './procedures/proposals/get'
import * as listProposals from './procedures/proposals/list'
import * as makeProposal from './procedures/proposals/make'
import * as outlook from './procedures/proposals/outlook'
import * as publishProposal from './procedures/proposals/publish'
import * as sendBack from './procedures/proposals/send-back'
import * as takeBack from './procedures/proposals/take-back'
import * as withdraw from './procedures/proposals/withdraw'
import * as callOff from './procedures/releases/call-off'
import * as listReleases from './procedures/releases/list'
import * as release from './procedures/releases/release'
import * as getTable from './procedures/tables/get'
import * as listTables from './procedures/tables/list'
import * as createToken from './procedures/tokens/create'
import * as listTokens from './procedures/tokens/list'
import * as revokeToken from './procedures/tokens/revoke'
import * as asOfMoment from './procedures/versions/as-of'
import * as getVersion from './procedures/versions/get'
import * as listVersions from './procedures/versions/list'
import * as rollBack from './procedures/versions/roll-back'
import * as versionTable from './procedures/versions/table'
import { router } from './trpc/trpc'

/** Everything that can be asked of Remit over HTTP, under `/api/trpc`. Who may ask is said in each procedure. */
export const appRouter = router({
  auth: router({ signIn, signOut, me, changePassword }),
  audit: router({
    list: listAudit.list,
    choices: auditChoices.choices,
    checkpoint: auditCheckpoint.checkpoint,
    checkpoints: auditCheckpoints.checkpoints,
    rotateKey: rotateKey.rotateKey,
    overview: overview.overview,
    look: look.look,
  }),
  people: router({
    list: listPeople.list,
    create: createPerson.create,
    setRole: setRole.setRole,
    setApproves: setApproves.setApproves,
    remove: removePerson.remove,
    resetPassword: resetPassword.resetPassword,
  }),
  policies: router({
    list: listPolicies.list,
    create: createPolicy.create,
    remove: removePolicy.remove,
    setApprovalsNeeded: setApprovalsNeeded.setApprovalsNeeded,
  }),
  handbooks: router({
    list: listHandbooks.list,
    get: getHandbook.get,
    takers: handbookTakers.takers,
    move: movePolicies.move,
  }),
  drafts: router({ get: getDraft.get, save: saveDraft.save, here: here.here }),
  proposals: router({
    outlook: outlook.outlook,
    make: makeProposal.make,
    list: listProposals.list,
    get: getProposal.get,
    approve: approveProposal.approve,
    takeBack: takeBack.takeBack,
    sendBack: sendBack.sendBack,
    withdraw: withdraw.withdraw,
    publish: publishProposal.publish,
  }),
  releases: router({ list: listReleases.list, release: release.release, callOff: callOff.callOff }),
  versions: router({
    asOf: asOfMoment.asOf,
    list: listVersions.list,
    get: getVersion.get,
    table: versionTable.table,
    rollBack: rollBack.rollBack,
  }),
  clients: router({ list: listClients.list, create: createClient.create, revoke: revokeClient.revoke }),
  tokens: router({ list: listTokens.list, create: createToken.create, revoke: revokeToken.revoke }),
  tables: router({ get: getTable.get, list: listTables.list }),
  decisions: router({ decide: decide.decide }),
})

export type AppRouter = typeof appRouter
