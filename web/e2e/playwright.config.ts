import { defineConfig, devices } from '@playwright/test'

const launchOptions = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}
const desktop = { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 }

/** The product under test is started by whoever calls: its address comes from GUILDHALL_URL. */
export default defineConfig({
  testDir: 'specs',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  outputDir: 'test-results',
  use: {
    baseURL: process.env.GUILDHALL_URL ?? 'http://127.0.0.1:8420',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    launchOptions,
  },
  projects: [
    { name: 'light', use: { ...desktop, colorScheme: 'light', launchOptions } },
    { name: 'dark', testMatch: /axe/, use: { ...desktop, colorScheme: 'dark', launchOptions } },
    {
      name: 'phone',
      testMatch: /axe/,
      use: { ...devices['iPhone SE'], browserName: 'chromium', viewport: { width: 375, height: 667 }, launchOptions },
    },
  ],
})
