import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { isViewDay, type DateText, type Zone } from '../shared/dates.ts'
import { today } from './clock.ts'

/** The day a visitor looks at the product: real today, or in a demonstration a day of her choice. */
export interface VisitDay {
  on: DateText
  /** The chosen instant for clock.at(); absent when the visitor stands in real time. */
  at: string | undefined
  /** Whether the day was chosen: pages then are private and never cached. */
  chosen: boolean
}

export interface Visits {
  of(c: Context, tenant?: string): Promise<VisitDay>
  isDemonstration(): Promise<boolean>
}

export interface VisitParts {
  /** Whether the installation is a demonstration now. */
  isDemonstration(): Promise<boolean>
  /** The zone of a region; the portal's pages without region use WIB. */
  zoneOf(tenant: string): Promise<Zone>
  secure: boolean
}

const offsets: Record<Zone, string> = { WIB: '+07:00', WITA: '+08:00', WIT: '+09:00', JST: '+09:00', KST: '+09:00' }

/** `?tanggal=2024-06-28` on any page sets the visitor's date, `?tanggal=` takes it away; it never leaves the demonstration. */
export function openVisits({ isDemonstration, zoneOf, secure }: VisitParts): Visits {
  return {
    isDemonstration,
    async of(c, tenant) {
      const zone = tenant === undefined ? 'WIB' : await zoneOf(tenant)
      const real: VisitDay = { on: today(zone), at: undefined, chosen: false }
      if (!(await isDemonstration())) return real
      const asked = c.req.query('tanggal')
      if (asked === '') {
        setCookie(c, 'tanggal', '', { path: '/', maxAge: 0 })
        return real
      }
      const day = asked !== undefined && isViewDay(asked) ? asked : getCookie(c, 'tanggal')
      if (day === undefined || !isViewDay(day)) return real
      if (asked !== undefined) {
        setCookie(c, 'tanggal', day, { path: '/', maxAge: 86_400, httpOnly: true, sameSite: 'Lax', secure })
      }
      return { on: day, at: `${day}T12:00:00${offsets[zone]}`, chosen: true }
    },
  }
}
