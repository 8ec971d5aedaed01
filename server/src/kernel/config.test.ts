import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CannotStart } from './cannot-start.ts'
import { describeConfig, readConfig } from './config.ts'

const read = (environment: Record<string, string>) => readConfig(environment, '/srv/muster')

test.each([
  [{ PORT: 'http' }, 'PORT must be a number from 0 to 65535.'],
  [{ PORT: '70000' }, 'PORT must be a number from 0 to 65535.'],
  [{ DATABASE_URL: 'mysql://db/muster' }, /^DATABASE_URL must be an address such as postgres:/],
  [{ DATABASE_URL: 'localhost' }, /^DATABASE_URL must be/],
  [{ MUSTER_URL: 'muster.example.com' }, /^MUSTER_URL must be the address people use/],
  [{ SMTP_URL: 'mail.example.com' }, /^SMTP_URL must be/],
  [{ MUSTER_TRUSTED_PROXIES: '10.0.0.1, proxy' }, /^MUSTER_TRUSTED_PROXIES must be addresses or networks/],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.'],
  [{ MUSTER_ROLE: 'boss' }, 'MUSTER_ROLE must be one of all, api, worker.'],
  [{ MUSTER_ROLE: 'worker' }, /^MUSTER_ROLE=worker needs a DATABASE_URL/],
  [{ DATABASE_DIRECT_URL: 'postgres://db/muster' }, /^DATABASE_DIRECT_URL only goes with DATABASE_URL/],
] as const)('a value that cannot be meant is refused in a sentence: %o', (environment, sentence) => {
  expect(() => read(environment)).toThrow(sentence)
})

test('every wrong value is named at once', () => {
  expect(() => read({ PORT: 'x', LOG_LEVEL: 'loud' })).toThrow(/PORT must.*\n.*LOG_LEVEL must/)
})

test('with nothing given everything has a sensible value', () => {
  expect(read({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataFolder: '/srv/muster/data',
    databaseUrl: undefined,
    databaseDirectUrl: undefined,
    keyFile: '/srv/muster/data/muster.key',
    epochFile: '/srv/muster/data/muster.epoch',
    url: 'http://localhost:3000',
    smtpUrl: undefined,
    trustedProxies: [],
    logLevel: 'info',
    role: 'all',
    postgresPrograms: undefined,
  })
  expect(Object.isFrozen(read({}))).toBe(true)
})

test('an empty value counts as not given', () => {
  expect(read({ PORT: '', DATABASE_URL: '', MUSTER_DATA: '' })).toEqual(read({}))
})

test('the key lies in the data folder unless it has a place of its own', () => {
  expect(read({ MUSTER_DATA: '/var/muster' }).keyFile).toBe('/var/muster/muster.key')
  expect(read({ MUSTER_KEY_FILE: '../secrets/key' }).keyFile).toBe('/srv/secrets/key')
})

test('the proxies that are trusted are told by commas or blanks', () => {
  expect(read({ MUSTER_TRUSTED_PROXIES: '10.0.0.0/8, ::1 192.0.2.7' }).trustedProxies).toEqual([
    '10.0.0.0/8',
    '::1',
    '192.0.2.7',
  ])
})

test('without a pooler the direct address is the same one', () => {
  const DATABASE_URL = 'postgres://u@db/muster'

  expect(read({ DATABASE_URL }).databaseDirectUrl).toBe(DATABASE_URL)
  expect(read({ DATABASE_URL, DATABASE_DIRECT_URL: 'postgres://u@direct/muster' }).databaseDirectUrl).toBe(
    'postgres://u@direct/muster',
  )
})

test.each([
  [{ HOST: '0.0.0.0' }, 'http://localhost:3000'],
  [{ HOST: '::1', PORT: '80' }, 'http://localhost:80'],
  [{ HOST: 'fd00::1', PORT: '80' }, 'http://[fd00::1]:80'],
  [{ MUSTER_URL: 'https://muster.example.com/' }, 'https://muster.example.com'],
])('the address for people can be opened in a browser: %o', (environment, url) => {
  expect(read(environment).url).toBe(url)
})

test('whatever the environment holds, the answer is a configuration or a sentence', () => {
  const names = [
    'PORT',
    'HOST',
    'DATABASE_URL',
    'MUSTER_URL',
    'SMTP_URL',
    'LOG_LEVEL',
    'MUSTER_ROLE',
    'MUSTER_TRUSTED_PROXIES',
  ]
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), fc.string({ unit: 'binary' })), (environment) => {
      try {
        const config = read(environment)
        expect(describeConfig(config, environment)).toHaveLength(13)
      } catch (refusal) {
        expect(refusal).toBeInstanceOf(CannotStart)
      }
    }),
    { numRuns: 500 },
  )
})

test('the description says what is in force and where it comes from, but no password', () => {
  const environment = {
    DATABASE_URL: 'postgres://muster:hunter2@db/muster?sslpassword=hunter2',
    SMTP_URL: 'smtp://me:hunter2@mail.example.com:587',
  }

  const described = describeConfig(read(environment), environment)

  expect(JSON.stringify(described)).not.toContain('hunter2')
  expect(described.find(({ name }) => name === 'SMTP_URL')).toMatchObject({
    value: 'smtp://me:****@mail.example.com:587',
    given: true,
  })
  expect(described.find(({ name }) => name === 'PORT')).toMatchObject({ value: '3000', given: false })
})
