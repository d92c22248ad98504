// The server has taken ?tanggal= from the address and keeps the day in a cookie. It stands before the router among the
// imports of main.tsx: a link that is copied afterwards must not carry one visitor's day to another.
const address = new URL(location.href)
if (address.searchParams.has('tanggal')) {
  address.searchParams.delete('tanggal')
  history.replaceState(history.state, '', address)
}
