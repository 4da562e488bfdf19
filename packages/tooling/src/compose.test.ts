import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { contentSecurity } from '../../../apps/server/src/platform/http/security.ts'
import { root } from './house.ts'

type Service = {
  image: string
  build?: { context: string; dockerfile: string }
  user?: string
  environment?: Record<string, string>
  command?: string[]
  ports?: string[]
  volumes?: string[]
  networks: string[]
  depends_on?: Record<string, { condition: string }>
  healthcheck?: { test: string[] }
  security_opt: string[]
}
type Compose = { services: Record<string, Service>; volumes: object; networks: object }

const text = (file: string) => readFileSync(join(root, file), 'utf8')
const compose = parse(text('docker-compose.yml'), { merge: true }) as Compose
const services = Object.entries(compose.services)
const built = services.filter(([, { build }]) => build)
const exact = /:v?\d+\.\d+(\.\d+)?(-[a-z0-9]+)*$/
const secret = /PASSWORD|SECRET|TOKEN|KEY/

test('the whole house is there', () => {
  expect(services.map(([name]) => name).toSorted()).toEqual(
    ['coturn', 'mailpit', 'postgres', 'redis', 'server', 'sfu', 'web'].toSorted(),
  )
})

describe.each(services)('%s', (_, service) => {
  test('has an exact version, a health check and no way to more rights', () => {
    expect(service.image).toMatch(exact)
    expect(service.healthcheck?.test.length).toBeGreaterThan(1)
    expect(service.security_opt).toContain('no-new-privileges:true')
  })

  test('stands on services, networks, volumes and files that exist', () => {
    for (const name of Object.keys(service.depends_on ?? {})) expect(compose.services).toHaveProperty(name)
    for (const name of service.networks) expect(compose.networks).toHaveProperty(name)
    for (const volume of service.volumes ?? []) {
      const [from = ''] = volume.split(':')
      if (from.startsWith('./')) expect(existsSync(join(root, from))).toBe(true)
      else expect(compose.volumes).toHaveProperty(from)
    }
    if (service.build) expect(existsSync(join(root, service.build.dockerfile))).toBe(true)
  })

  test('waits for what it needs until that is healthy', () => {
    for (const { condition } of Object.values(service.depends_on ?? {})) expect(condition).toBe('service_healthy')
  })

  test('holds no secret: each comes from outside, and is asked for where it must be set', () => {
    for (const [name, value] of Object.entries(service.environment ?? {})) {
      if (secret.test(name)) expect(value).toMatch(/^\$\{[A-Z_]+:(\?.+|-)\}$/)
    }
    for (const part of [...Object.values(service.environment ?? {}), ...(service.command ?? [])]) {
      expect(part).not.toMatch(/:\/\/[^$/@]+:[^$/@]+@/)
      expect(part).not.toMatch(/secret=(?!\$\{)/)
    }
  })
})

test('only web, media and relay are open to the world', () => {
  const open = services.filter(([, { ports }]) => ports?.some((port) => !port.startsWith('127.0.0.1:')))
  expect(open.map(([name]) => name).toSorted()).toEqual(['coturn', 'sfu', 'web'])
})

test('nobody runs as root, save for images that step down by themselves', () => {
  const stepsDown = ['postgres']
  for (const [name, { build, user }] of services) {
    const own = build ? /^USER (\S+)$/m.exec(lastStage(build.dockerfile))?.[1] : user
    if (!stepsDown.includes(name)) expect(own, name).toMatch(/^(?!root|0)\S+/)
  }
})

test.each(built)('%s is built of exact versions, of files that are there', (_, service) => {
  const file = text(service.build?.dockerfile ?? '')
  const stages = new Set([...file.matchAll(/^FROM \S+ AS (\S+)$/gm)].map(([, name]) => name))
  for (const [, from = ''] of file.matchAll(/^FROM (\S+)/gm)) {
    if (!stages.has(from)) expect(from).toMatch(exact)
  }
  for (const [, paths = ''] of file.matchAll(/^COPY (?!--from)(.+)$/gm)) {
    for (const path of paths.split(' ').slice(0, -1)) expect(existsSync(join(root, path)), path).toBe(true)
  }
})

test('the Node and pnpm of the images are those of the scripts', () => {
  const { scripts } = JSON.parse(text('package.json')) as { scripts: { start: string } }
  const [, node, pnpm] = /node@(\S+) -p pnpm@(\S+)/.exec(scripts.start) ?? []
  for (const [, { build }] of built) {
    const file = text(build?.dockerfile ?? '')
    for (const [, version] of file.matchAll(/^FROM node:([\d.]+)/gm)) expect(version).toBe(node)
    for (const [, version] of file.matchAll(/pnpm@([\d.]+)/g)) expect(version).toBe(pnpm)
  }
})

test.each(['server', 'sfu'])('%s is told only what its environment knows', (name) => {
  const known = [...text(`apps/${name}/src/env.ts`).matchAll(/^ {2}([A-Z_]+):/gm)].map(([, variable]) => variable)
  for (const variable of Object.keys(compose.services[name]?.environment ?? {})) expect(known).toContain(variable)
})

test("the web image's pages have the same content-security policy as the server's", () => {
  const policy = contentSecurity(true).contentSecurityPolicy
  const directives = typeof policy === 'object' ? (policy.directives ?? {}) : {}
  const ours = Object.entries(directives).map(([name, values]) => [kebab(name), ...[values].flat()].join(' '))
  expect(/Content-Security-Policy "([^"]+)"/.exec(text('infra/caddy/Caddyfile'))?.[1]).toBe(ours.join(';'))
})

test('the relay keeps out of private networks, and has no secret in its file', () => {
  const relay = text('infra/coturn/turnserver.conf')
  for (const network of ['10.0.0.0', '127.0.0.0', '169.254.0.0', '172.16.0.0', '192.168.0.0']) {
    expect(relay).toContain(`denied-peer-ip=${network}-`)
  }
  expect(relay).toMatch(/^use-auth-secret$/m)
  expect(relay).not.toMatch(/^(static-auth-secret|user|cli-password)=/m)
})

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function lastStage(dockerfile: string): string {
  return (
    text(dockerfile)
      .split(/^FROM /m)
      .at(-1) ?? ''
  )
}
