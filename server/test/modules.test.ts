import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { moduleTable } from '#kernel/module.ts'
import { modules } from '../src/app.ts'

const folders = readdirSync(join(import.meta.dirname, '../src/modules'))

test('every folder of a module is one value, and the list names each once', () => {
  expect(modules.map(({ name }) => name).toSorted()).toEqual(folders.toSorted())
})

test('everything a module brings carries its name', () => {
  const strangers = modules.flatMap(({ name, handlers, reactions = [], schedules = [] }) =>
    [
      ...handlers.map(({ endpoint }) => endpoint.name),
      ...reactions.map((each) => each.name),
      ...schedules.map((each) => each.name),
    ]
      .filter((brought) => !brought.startsWith(`${name}.`))
      .map((brought) => `${name} brings ${brought}`),
  )

  expect(strangers).toEqual([])
})

test('a module that needs one which does not exist is refused at the start, and so are two of one name', () => {
  const lonely = {
    name: 'lonely',
    handlers: [],
    switch: { title: 'Lonely', about: 'Needs company', needs: ['company'] },
  }

  expect(() => moduleTable([lonely])).toThrow('There is no module company.')
  expect(() => moduleTable([lonely, lonely])).toThrow('Two modules share a name.')
})
