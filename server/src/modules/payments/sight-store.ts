import type { Statement } from '#kernel/db.ts'
import { sightOfFiled } from '#kernel/sight.ts'
import { readPayability, readPayments } from './permissions.ts'

/** When an invoice is to be paid is told to whoever sees the invoice. */
const payables: Statement = {
  name: 'payments.filed-payables',
  text: `select id, department_id as "departmentId" from payables where organization_id = $1 and id = any ($2)`,
}
/** Runs and payments go across departments: they are filed under none. */
const runs: Statement = {
  name: 'payments.filed-runs',
  text: `select id, null as "departmentId" from pay_runs where organization_id = $1 and id = any ($2)`,
}
const payments: Statement = {
  name: 'payments.filed-payments',
  text: `select id, null as "departmentId" from payments where organization_id = $1 and id = any ($2)`,
}

sightOfFiled('payableId', readPayability, payables)
sightOfFiled('payRunId', readPayments, runs)
sightOfFiled('paymentId', readPayments, payments)
