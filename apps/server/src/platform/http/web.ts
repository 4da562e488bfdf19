import files from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../refusal.ts'

const yearMs = 365 * 24 * 3_600_000

/** Serves the built web app; a path that is no file is a page of the app, which knows its own routes. */
export async function serveWeb(http: FastifyInstance, root: string): Promise<void> {
  await http.register(files, {
    root,
    wildcard: false,
    cacheControl: false,
    setHeaders: (response, path) => {
      const hashed = path.includes('/assets/')
      response.header('cache-control', hashed ? `public, max-age=${yearMs / 1000}, immutable` : 'no-cache')
    },
  })
  http.setNotFoundHandler(async (request, reply) => {
    if (!isPage(request)) throw new Refusal('notFound')
    return page(reply)
  })
}

function isPage({ method, url }: FastifyRequest): boolean {
  const ours = ['/api/', '/socket.io/', '/assets/']
  return method === 'GET' && !ours.some((prefix) => url.startsWith(prefix))
}

function page(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'no-cache').sendFile('index.html')
}
