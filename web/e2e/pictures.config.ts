import base from './playwright.config'

/** Makes the pictures of the README: `npm run pictures` with GUILDHALL_URL set. */
export default { ...base, testDir: 'pictures', projects: base.projects?.filter((project) => project.name === 'light') }
