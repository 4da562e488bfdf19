import files from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '../refusal.ts'

const yearMs = 365 * 24 * 3_600_000

/**
 * Serves the built web app, if there is one; a path that is no file is a page of the app, which knows its own routes.
 * Everything else that nobody serves is not found.
 */
export async function serveWeb(http: FastifyInstance, root: string | undefined): Promise<void> {
  http.setNotFoundHandler(async (request, reply) => {
    if (!root || !isPage(request)) throw new Refusal('notFound')
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
  if (!root) return
  await http.register(files, {
    root,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (response, path) => {
      const hashed = path.includes('/assets/')
      response.header('cache-control', hashed ? `public, max-age=${yearMs / 1000}, immutable` : 'no-cache')
    },
  })
}

function isPage({ method, url }: FastifyRequest): boolean {
  const ours = ['/api/', '/socket.io/', '/assets/']
  return (method === 'GET' || method === 'HEAD') && !ours.some((prefix) => url.startsWith(prefix))
}
