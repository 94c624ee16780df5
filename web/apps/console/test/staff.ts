import { setSession, type SessionView } from '@guildhall/api'

const POWERLESS: SessionView['powers'] = {
  settlesComplaints: false,
  publishesPolicies: false,
  proposesAppointments: false,
  proposesRewards: false,
  rulesDisputes: false,
  outsideContacts: false,
}

/** Logs somebody in who holds the post and these permissions, everywhere. */
export function logInAs(post: string, ...permissions: string[]) {
  setSession({
    staff: 's',
    username: post,
    name: post,
    mustChangePassword: false,
    posts: [{ id: '1', post: '1', postCode: post, postName: post, unit: '1', unitName: '总部', from: '2026-01-01' }],
    permissions: permissions.map((permission) => ({ permission, scope: 'all' })),
    powers: POWERLESS,
    expiresAt: '2099-01-01T00:00:00Z',
  })
}
