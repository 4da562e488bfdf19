import { ConversationId, MatchId, ProgramId, SessionId } from '@ithaca/contract/ids'
import { createRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { hearAttendance } from './features/attendance/live.ts'
import { hearChat } from './features/chat/live.ts'
import { hearGoals } from './features/goals/live.ts'
import { hearMatches } from './features/matches/live.ts'
import { hearSessions } from './features/sessions/live.ts'
import type { Hear } from './shell/House.tsx'
import { page, trunk } from './shell/routes.tsx'
import { Start } from './shell/Start.tsx'

/** The table of contents: every page behind the front door, each loaded when it is asked for. */
const inHouse = [
  page('/', {}, async () => (await import('./features/home/HomePage.tsx')).HomePage),
  page('/sessions', {}, async () => (await import('./features/sessions/SessionsPage.tsx')).SessionsPage),
  page('/sessions/$sessionId', { sessionId: SessionId }, async () => {
    return (await import('./features/sessions/SessionPage.tsx')).SessionPage
  }),
  page('/conversations/$conversationId', { conversationId: ConversationId }, async () => {
    return (await import('./features/chat/ConversationPage.tsx')).ConversationPage
  }),
  page('/matches/$matchId/goals', { matchId: MatchId }, async () => {
    return (await import('./features/goals/GoalsPage.tsx')).GoalsPage
  }),
  page('/programs/$programId', { programId: ProgramId }, async () => {
    return (await import('./features/programs/ProgramPage.tsx')).ProgramPage
  }),
  page('/programs/$programId/attendance', { programId: ProgramId }, async () => {
    return (await import('./features/attendance/AttendancePage.tsx')).AttendancePage
  }),
  page('/programs/$programId/people', { programId: ProgramId }, async () => {
    return (await import('./features/programs/PeoplePage.tsx')).PeoplePage
  }),
  page('/settings', {}, async () => (await import('./features/accounts/SettingsPage.tsx')).SettingsPage),
]

/** The call has the whole screen to itself. */
const fullScreen = [
  page('/sessions/$sessionId/call', { sessionId: SessionId }, async () => {
    return (await import('./features/call/CallPage.tsx')).CallPage
  }),
]

const open = [page('/dev/mail', {}, async () => (await import('./features/mail/MailPage.tsx')).MailPage)]

/** The ears of the features: what keeps every screen true while it is looked at. */
const hearing: Hear[] = [hearSessions, hearAttendance, hearChat, hearGoals, hearMatches]

/** The house, ready to be shown. */
export function house(): ReactNode {
  const router = createRouter({
    routeTree: trunk({ inHouse, fullScreen, open, hearing }),
    defaultPreload: 'intent',
    scrollRestoration: true,
  })
  return <Start router={router} />
}
