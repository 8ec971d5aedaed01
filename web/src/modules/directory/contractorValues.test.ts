import { expect, test } from 'vitest'
import { z } from 'zod'
import { changeContractor } from '#modules/directory/contract.ts'
import { priya } from '#web/test/contractor.ts'
import { contractorValues, sentContractor } from './contractorValues.ts'

test('a form that nobody touched sends what is on file', () => {
  const onFile = priya()

  const sent = z.decode(changeContractor.input, {
    ...sentContractor(contractorValues(onFile)),
    contractorId: onFile.id,
    version: onFile.version,
  })

  for (const [field, value] of Object.entries(sent).filter(([name]) => name !== 'contractorId'))
    expect([field, value]).toEqual([field, onFile[field as keyof typeof onFile]])
})

test('what is left empty is not there', () => {
  const empty = priya({ phone: null, region: null, city: null, website: null, externalId: null })

  expect(sentContractor(contractorValues(empty))).toMatchObject({
    phone: null,
    region: null,
    city: null,
    website: null,
    externalId: null,
  })
})

test('the address of a page may be typed without its beginning', () => {
  const values = { ...contractorValues(), website: 'raman.example' }

  expect(sentContractor(values).website).toBe('https://raman.example')
  expect(sentContractor({ ...values, website: 'javascript:alert(1)' }).website).toBe('javascript:alert(1)')
})
