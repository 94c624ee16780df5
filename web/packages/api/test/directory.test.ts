import { VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { createQueryClient, setSession, useStaffNames } from '../src'

it('every colleague has a name, also those beyond the first page', async () => {
  setSession({ permissions: [{ permission: 'access.staff-read', scope: 'all' }] } as never)
  vi.stubGlobal('fetch', async (call: Request) => {
    const cursor = new URL(call.url).searchParams.get('cursor')
    return Response.json(
      cursor === null ? { items: [{ id: 'a', name: '甲' }], next: 'second' } : { items: [{ id: 'b', name: '乙' }] },
    )
  })
  let names: ReturnType<typeof useStaffNames> | undefined
  const shown = defineComponent({
    setup() {
      names = useStaffNames()
      return () => names!.staffName('b')
    },
  })
  const app = mount(shown, {
    global: { plugins: [[VueQueryPlugin, { queryClient: createQueryClient(() => undefined) }]] },
  })
  await vi.waitFor(async () => {
    await flushPromises()
    expect(app.text()).toBe('乙')
  })
  expect(names!.staff.value).toHaveLength(2)
  vi.unstubAllGlobals()
})
