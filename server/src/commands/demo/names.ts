import type { Chance } from './random.ts'

type Names = Readonly<{
  country: string
  cities: readonly [string, ...string[]]
  first: readonly [string, ...string[]]
  last: readonly [string, ...string[]]
  /** Family name first, without a blank. */
  joined?: true
}>

const places: readonly [Names, ...Names[]] = [
  {
    country: 'US',
    cities: ['Portland', 'Austin', 'Chicago', 'Brooklyn', 'Oakland'],
    first: ['Amara', 'Caleb', 'Dolores', 'Eliana', 'Jonah', 'Marcus', 'Naomi', 'Ruben', 'Tessa', 'Wyatt'],
    last: [
      'Abbott',
      'Castillo',
      'Delgado',
      'Finch',
      'Hargrove',
      'Kessler',
      'Nguyen',
      'Ortega',
      'Sinclair',
      'Whitaker',
    ],
  },
  {
    country: 'US',
    cities: ['Seattle', 'Denver', 'Atlanta', 'Boston'],
    first: ['Anjali', 'Devon', 'Imani', 'Kai', 'Leila', 'Mateo', 'Sofia', 'Theo'],
    last: ['Banerjee', 'Brooks', 'Coleman', 'Iyer', 'Morales', 'Okonkwo', 'Reyes', 'Tran'],
  },
  {
    country: 'DE',
    cities: ['Berlin', 'Köln', 'München'],
    first: ['Jürgen', 'Änne', 'Friederike', 'Sönke', 'Jörg'],
    last: ['Müller', 'Groß', 'Schäfer', 'Böhm', 'Krüger'],
  },
  {
    country: 'PL',
    cities: ['Łódź', 'Kraków', 'Wrocław'],
    first: ['Łucja', 'Zbigniew', 'Małgorzata', 'Świętosław'],
    last: ['Wiśniewska', 'Dąbrowski', 'Żak', 'Łuczak'],
  },
  {
    country: 'GR',
    cities: ['Αθήνα', 'Θεσσαλονίκη'],
    first: ['Ελένη', 'Νίκος', 'Δάφνη'],
    last: ['Παπαδοπούλου', 'Γεωργίου', 'Οικονόμου'],
  },
  {
    country: 'UA',
    cities: ['Київ', 'Львів'],
    first: ['Олена', 'Тарас', 'Юлія'],
    last: ['Шевченко', 'Коваль', 'Бондаренко'],
  },
  {
    country: 'JP',
    cities: ['東京', '大阪'],
    first: ['美咲', '健', '翔太'],
    last: ['佐藤', '鈴木', '高橋'],
    joined: true,
  },
  { country: 'CN', cities: ['上海', '北京'], first: ['伟', '芳', '静怡'], last: ['李', '王', '张'], joined: true },
  {
    country: 'KR',
    cities: ['서울', '부산'],
    first: ['지훈', '서연', '민준'],
    last: ['김', '이', '박'],
    joined: true,
  },
  { country: 'IN', cities: ['मुंबई', 'Bengaluru'], first: ['अनन्या', 'रोहन', 'Kavya'], last: ['शर्मा', 'Nair', 'पटेल'] },
  { country: 'EG', cities: ['القاهرة'], first: ['ليلى', 'عمر', 'نور'], last: ['حسن', 'المصري'] },
  {
    country: 'BR',
    cities: ['São Paulo', 'Recife'],
    first: ['João', 'Conceição', 'Thiago'],
    last: ['Gonçalves', 'Araújo', 'Simões'],
  },
]

export const skills: readonly [string, ...string[]] = [
  'Motion design',
  'Copywriting',
  'Illustration',
  'Photography',
  'Video editing',
  'Brand design',
  'UX research',
  'React',
  'TypeScript',
  'Data analysis',
  'Translation',
  'Proofreading',
  'Sound design',
  'Project management',
  'SEO',
  'Podcast production',
]

const headlines: readonly [string, ...string[]] = [
  'Motion designer',
  'Copywriter',
  'Illustrator',
  'Photographer',
  'Video editor',
  'Brand designer',
  'UX researcher',
  'Front-end engineer',
  'Data analyst',
  'Translator',
  'Producer',
  'Sound designer',
]

/** A person who could be real and is not: name, place and trade. Two of three are in the United States. */
export const person = (chance: Chance, place: number) => {
  const { country, cities, first, last, joined } = chance.happens(0.62)
    ? (places[chance.between(0, 1)] ?? places[0])
    : chance.one(places)
  const [given, family] = [chance.one(first), chance.one(last)]
  const wanted = new Set([chance.one(skills), chance.one(skills), chance.one(skills)])
  return {
    displayName: joined ? `${family}${given}` : `${given} ${family}`,
    email: `person${place}@example.com`,
    country,
    city: chance.one(cities),
    headline: chance.one(headlines),
    skills: [...wanted],
  }
}
