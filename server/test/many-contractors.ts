import type { World } from './world.ts'

/** First and last names of the people in it, in several scripts. Their combinations are what a search is tried on. */
const firstNames = ['Priya', 'José', 'Zoë', 'Łukasz', 'Иван', 'Γιώργος', 'أحمد', 'นภา', 'अनिल', 'Mary']
const lastNames = ['Raman', 'García', 'Nowak', 'Петров', 'Παππάς', 'حسن', 'ใจดี', 'शर्मा', "O'Brien", 'Smith']
const wideNames = ['李小龍', '佐藤健', '김철수', '王芳', '田中一郎']

/** Puts thousands of people on file at once, past the commands, to see how the database finds its way among them. */
export const manyContractors = async (w: World, count: number): Promise<void> => {
  await w.sql(
    `insert into contractors (organization_id, id, display_name, email, country, headline, skills, status,
       moved_at, created_at, changed_at)
     select $1::uuid, ('0199a000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
       case when n % 100 = 0 then ($5::text[])[1 + n / 100 % 5]
         else ($3::text[])[1 + n % 10] || ' ' || ($4::text[])[1 + n / 7 % 10] end || ' ' || n / 20,
       'person-' || n || '@mail' || n % 997 || '.example', (array['US', 'DE', 'PL', 'IN', 'CN'])[1 + n % 5],
       (array['Motion designer', 'Copywriter', 'Illustrator'])[1 + n % 3],
       array['Skill ' || n % 500, 'C++'], (array['active', 'draft', 'ready', 'archived'])[1 + n / 3 % 4], $6, $6, $6
     from generate_series(1, $2::int) as n`,
    [w.northwind, count, firstNames, lastNames, wideNames, w.now()],
  )
  await w.sql('analyze contractors')
}
