/** How a letter finds its addressee: "u.p.", "melalui" and "tembusan" by kind of addressee. Pure; a region may change it. */

export const routedKinds = ['mendagri', 'menlu', 'gubernur', 'dprd', 'kedutaan', 'mitra', 'perangkat_daerah'] as const
export type RoutedKind = (typeof routedKinds)[number]

/** The lines of one kind of addressee; an empty one is not printed. `copies` has one office per line. */
export interface Route {
  attention: string
  through: string
  copies: string
}

/** A delivered route, how far it was checked, and where it comes from. */
export interface DeliveredRoute extends Route {
  verified: 'M'
  basis: string
}

/** The delivered routes: practice, none of them verified; the region edits them in its settings. */
export const deliveredRoutes: Readonly<Record<RoutedKind, DeliveredRoute>> = {
  mendagri: {
    attention: 'Sekretaris Jenderal Kementerian Dalam Negeri',
    through: 'Gubernur',
    copies: 'Menteri Luar Negeri',
    verified: 'M',
    basis: 'PP 28/2018 Ps 28(4), 44(4)',
  },
  menlu: {
    attention: '',
    through: '',
    copies: 'Menteri Dalam Negeri\nGubernur',
    verified: 'M',
    basis: 'PP 28/2018 Ps 28(4), 32(3)',
  },
  gubernur: {
    attention: 'Sekretaris Daerah Provinsi',
    through: '',
    copies: '',
    verified: 'M',
    basis: 'PP 28/2018 Ps 44(4)',
  },
  dprd: {
    attention: '',
    through: '',
    copies: 'Menteri Dalam Negeri\nGubernur',
    verified: 'M',
    basis: 'PP 28/2018 Ps 30',
  },
  kedutaan: {
    attention: '',
    through: '',
    copies: 'Kementerian Luar Negeri',
    verified: 'M',
    basis: '',
  },
  mitra: { attention: '', through: '', copies: '', verified: 'M', basis: '' },
  perangkat_daerah: { attention: '', through: '', copies: 'Sekretaris Daerah', verified: 'M', basis: '' },
}

/** The region's own route of a kind where it wrote one, else the delivered one. */
export function routeFor(kind: RoutedKind, rules: readonly (Route & { kind: string })[]): Route {
  const own = rules.find((rule) => rule.kind === kind)
  const { attention, through, copies } = own ?? deliveredRoutes[kind]
  return { attention, through, copies }
}
