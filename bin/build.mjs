// npm run build: everything that npm start would do before it starts, for an image or a machine without the network.
import { prepare } from './prepare.mjs'

prepare({ web: true })
