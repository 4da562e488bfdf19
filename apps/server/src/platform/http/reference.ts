import swagger from '@fastify/swagger'
import scalar from '@scalar/fastify-api-reference'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'

/** The reference page brings its own styles and scripts; it holds nobody's data and reads no cookie. */
const ownPolicy =
  "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; " +
  "img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'"

/** Serves OpenAPI made from the contract, as JSON and as a page at `/api/docs`. Register it before the routes. */
export async function serveReference(api: FastifyInstance): Promise<void> {
  await api.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Ithaca', version: '1', description: 'Everything the house can be asked over HTTP.' },
      components: { securitySchemes: { cookie: { type: 'apiKey', in: 'cookie', name: 'ithaca_sign_in' } } },
    },
    transform: jsonSchemaTransform,
  })
  await api.register(scalar, {
    routePrefix: '/docs',
    configuration: { withDefaultFonts: false, telemetry: false, hideClientButton: true },
  })
  api.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/docs')) reply.header('content-security-policy', ownPolicy)
  })
}
