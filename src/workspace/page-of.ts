/** The page an address belongs to: the tabs of one record are one page. */
export function pageOf(pathname: string): string {
  const [place = '', record = ''] = pathname.split('/').filter((part) => part !== '')
  return `/${[place, record].filter((part) => part !== '').join('/')}`
}
