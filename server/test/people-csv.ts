import { stringify } from 'csv-stringify/sync'

type Script = Readonly<{ country: string; first: string; last: string; city: string }>

/** Names people have, in the scripts they are written in. */
const scripts: readonly Script[] = [
  {
    country: 'United States',
    first: 'Grace Marcus Olivia Noah Tessa',
    last: "O'Brien Whitaker St.Clair Ng",
    city: 'Portland',
  },
  {
    country: 'Polska',
    first: 'Łukasz Małgorzata Zoë Þórdís',
    last: 'Żółć Brzęczyszczykiewicz Sørensen',
    city: 'Łódź',
  },
  { country: 'GR', first: 'Γιώργος Ελένη Δημήτρης', last: 'Παπαδόπουλος Παππάς Νικολαΐδης', city: 'Αθήνα' },
  { country: 'Bulgaria', first: 'Иван Ёлка Ольга', last: 'Петров Щукина Йорданов', city: 'София' },
  { country: 'Egypt', first: 'أحمد فاطمة يوسف', last: 'حسن الزهراء منصور', city: 'القاهرة' },
  { country: 'Israel', first: 'דנה יעל אורי', last: 'לוי כהן מזרחי', city: 'חיפה' },
  { country: 'India', first: 'अनिल प्रिया श्रुति', last: 'शर्मा रमन द्विवेदी', city: 'मुंबई' },
  { country: '中国', first: '小龍 芳 一诺', last: '李 王 欧阳', city: '上海' },
  { country: '日本', first: '健 さくら 一郎', last: '佐藤 田中 渡邉', city: '東京' },
  { country: '대한민국', first: '철수 영희 지우', last: '김 이 박', city: '서울' },
  { country: 'Thailand', first: 'สมชาย นภา กิตติ', last: 'ใจดี ศรีสุข', city: 'กรุงเทพฯ' },
]
const skills = ['Motion design', 'Illustration', 'Copywriting', 'C++', 'Ретушь', '平面設計', 'Résumé writing']
const headers = ['Nº', 'Vorname', 'Nachname', 'E-Mail', 'Land', 'Ort', 'Über mich', 'Kenntnisse', 'Telefon']

/** A small generator of Lehmer's kind: the same seed makes the same people. */
const dice = (seed: number) => {
  let state = seed
  return <Face>(faces: readonly Face[]): Face => {
    state = (state * 48_271) % 2_147_483_647
    return faces[state % faces.length]!
  }
}

/** Rows of people as somebody's spreadsheet has them: headers in another language, quotes, line breaks, blank cells. */
export const peopleRows = (count: number, seed: number): readonly (readonly string[])[] => {
  const roll = dice(seed)
  return Array.from({ length: count }, (_, index) => {
    const script = roll(scripts)
    return [
      `P-${index + 1}`,
      roll(script.first.split(' ')),
      roll(script.last.split(' ')),
      `person.${index + 1}@${roll(['mail', 'studio', 'post'])}.example`,
      script.country,
      script.city,
      roll(['', 'Works from home', 'Says "yes";\nthen asks, why', 'Línea uno\r\nlínea dos']),
      [...new Set([roll(skills), roll(skills)])].join('; '),
      roll(['', '+1 503 555 0100', '(0)30 1234-567']),
    ]
  })
}

export const peopleHeaders: readonly string[] = headers

/** The same as a CSV file, with semicolons between the cells as spreadsheets in Europe write them. */
export const peopleCsv = (rows: readonly (readonly string[])[], delimiter = ';'): string =>
  stringify([headers, ...rows.map((row) => [...row])], { delimiter, quoted_match: /[\n\r]/ })
