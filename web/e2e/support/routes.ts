import type { APIRequestContext } from '@playwright/test'

interface ListedRoute {
  path: string
  sample?: Record<string, string>
}

/** Every address of the console with real ids in the place of its parameters. */
export async function everyRoute(request: APIRequestContext): Promise<string[]> {
  const routes = (await (await request.get('/routes.json')).json()) as ListedRoute[]
  const found: string[] = []
  for (const route of routes) found.push(await filled(request, route))
  return found
}

async function filled(request: APIRequestContext, route: ListedRoute): Promise<string> {
  let path = route.path
  for (const name of path.match(/:\w+/g) ?? []) {
    const list = route.sample?.[name.slice(1)]
    if (list === undefined) throw new Error(`${route.path} names no sample for ${name}`)
    const body = (await (await request.get(list)).json()) as
      | { items?: Record<string, string>[] }
      | Record<string, string>[]
    const first = (Array.isArray(body) ? body : body.items)?.[0]
    const id = first?.id ?? first?.code ?? first?.kind
    if (id === undefined) throw new Error(`${list} has no item to show ${route.path} with`)
    path = path.replace(name, encodeURIComponent(id))
  }
  return path
}
