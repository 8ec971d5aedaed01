import { type ImportField, importFields } from './contract.ts'

/** What people and other systems write above a column, in plain letters without blanks and signs. */
const synonyms: Readonly<Partial<Record<ImportField, string>>> = {
  displayName:
    'name fullname displayname contractor contractorname freelancer freelancername vendor vendorname supplier person worker talent ' +
    'vollername anzeigename nomcomplet nombrecompleto nomecompleto nomeecognome naam',
  firstName: 'firstname givenname forename first vorname prenom nombre nome voornaam imie',
  lastName:
    'lastname surname familyname last nachname familienname nom apellido apellidos cognome sobrenome achternaam nazwisko',
  email:
    'email emailaddress mail workemail personalemail contactemail primaryemail emailadresse courriel adresseemail correo correoelectronico',
  phone:
    'phone phonenumber mobile mobilenumber telephone tel cell cellphone telefon telefonnummer handy telephoneportable telefono movil celular telefone',
  country: 'country countrycode countryofresidence residence land pays pais paese nationcode kraj',
  region: 'region state province county stateprovince bundesland departement provincia estado',
  city: 'city town location locality ort stadt ville ciudad citta cidade stad miasto',
  timeZone: 'timezone tz zeitzone fuseauhoraire zonahoraria',
  headline:
    'headline title jobtitle role position profession occupation discipline berufsbezeichnung beruf poste metier puesto cargo ruolo',
  about: 'about bio biography description notes summary profile beschreibung uebermich ubermich apropos descripcion',
  website: 'website web url site homepage portfolio portfoliourl link webseite siteweb sitioweb',
  skills:
    'skills skill skillset expertise tags competencies faehigkeiten fahigkeiten kenntnisse competences habilidades competenze',
  type: 'type contractortype kind category workertype vendortype art typ categorie tipo',
  department:
    'department dept team group costcenter costcentre businessunit abteilung departement equipe departamento reparto',
  externalId:
    'externalid id contractorid freelancerid vendorid vendornumber supplierid employeeid personid userid reference ref number no nr nro ' +
    'nummer lieferantennummer kreditor numero matricule',
}

const fieldByName = new Map(
  importFields.flatMap((field) => (synonyms[field] ?? '').split(' ').map((name) => [name, field] as const)),
)

/** What each column is probably about, by its header. No field is given to two columns; the first one has it. */
export const guessColumns = (headers: readonly string[]): readonly ImportField[] => {
  const taken = new Set<ImportField>()
  return headers.map((header) => {
    const field = fieldOf(header)
    if (field === 'ignore' || taken.has(field)) return 'ignore'
    taken.add(field)
    return field
  })
}

const fieldOf = (header: string): ImportField => fieldByName.get(plain(header)) ?? 'ignore'

const plain = (header: string): string =>
  header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\(.*\)|[^\p{L}\p{N}]/gu, '')

/** There is somebody to speak of only by a name and an address. */
export const isMapped = (columns: readonly ImportField[]): boolean =>
  columns.includes('email') &&
  (['displayName', 'firstName', 'lastName'] as const).some((field) => columns.includes(field))
