#!/bin/sh
# Proves `npm ci && npm start` on a fresh Debian that has Node, npm and nothing else: once as root in /root (mode 0700),
# once as an ordinary user in a home of mode 0700. Needs root, network and 3 GB below FOLDER.
#
#   test/install/clean.sh [--worktree] [--in FOLDER] [--page PATH] [TREE]
#
#   TREE        the checkout to prove; default: the one this file belongs to. Its HEAD is cloned, or
#   --worktree  its files as they are now are copied (tracked and new ones, not the ignored)
#   --in        keeps the bare system for the next run; default: jembatan-clean below $TMPDIR or /var/tmp
#   --page      a page to fetch besides /; default: the first link on /
# Ends with `N passed, N failed, N skipped`; exit code 0 when nothing failed and nothing was skipped.
set -u

tree=$(dirname "$(dirname "$(dirname "$(readlink -f "$0")")")")
folder=${TMPDIR:-/var/tmp}/jembatan-clean
worktree=no
page=
while [ $# -gt 0 ]; do
  case $1 in
    --worktree) worktree=yes ;;
    --in) shift; folder=$1 ;;
    --page) shift; page=$1 ;;
    -*) echo "unknown option $1" >&2; exit 2 ;;
    *) tree=$(readlink -f "$1") ;;
  esac
  shift
done

passed=0 failed=0 skipped=0
pass() { passed=$((passed + 1)); echo "  ok      $1"; }
fail() { failed=$((failed + 1)); echo "  FAILED  $1"; }
skip() { skipped=$((skipped + 1)); echo "  skipped $1"; }
finish() {
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" = 0 ] && [ "$skipped" = 0 ]
}
give_up() { skip "$1"; finish; exit 1; }

[ "$(uname -s)" = Linux ] && [ "$(id -u)" = 0 ] || give_up 'everything: chroot and mount need root on Linux'
# A mount namespace of our own: whatever kills this script, no mount stays behind on the machine.
if [ "${JEMBATAN_CLEAN_INSIDE:-}" != yes ]; then
  JEMBATAN_CLEAN_INSIDE=yes
  export JEMBATAN_CLEAN_INSIDE
  set -- --in "$folder" "$tree"
  [ -n "$page" ] && set -- --page "$page" "$@"
  [ "$worktree" = yes ] && set -- --worktree "$@"
  exec unshare --mount --propagation private sh "$(readlink -f "$0")" "$@"
fi
if ! command -v debootstrap > /dev/null; then
  apt-get install -y debootstrap > /dev/null 2>&1 || give_up 'everything: debootstrap is not installed'
fi

mkdir -p "$folder" || exit 1
folder=$(readlink -f "$folder")
root=$folder/root-$$
logs=$folder/logs
port=

# Every process that lives in the chroot, known by its root folder and not by its name.
inhabitants() {
  for link in /proc/[0-9]*/root; do
    [ "$(readlink "$link" 2> /dev/null)" = "$root" ] || continue
    pid=${link%/root}
    pid=${pid#/proc/}
    case $(sed 's/.*) //' "/proc/$pid/stat" 2> /dev/null) in Z* | '') ;; *) echo "$pid" ;; esac
  done
}

empty_root() {
  for pid in $(inhabitants); do kill -KILL "$pid" 2> /dev/null; done
  for place in dev/shm dev proc; do
    mountpoint -q "$root/$place" && { umount "$root/$place" || umount -l "$root/$place"; }
  done
  # Never across a mount: below dev lies the machine's own /dev as long as it is bound.
  grep -q " $root/" /proc/mounts || rm -rf --one-file-system "$root"
}
clean_up() {
  trap - EXIT INT TERM
  empty_root
}
trap clean_up EXIT
trap 'exit 130' INT TERM

seconds_since() { awk "BEGIN { printf \"%.1f\", $(date +%s.%N) - $1 }"; }
at_most() { awk "BEGIN { exit !($1 <= $2) }"; }

build_base() {
  [ -d "$folder/base" ] && return
  echo 'building a bare Debian (debootstrap minbase bookworm)'
  rm -rf --one-file-system "$folder/base.new"
  mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}
  if ! debootstrap --variant=minbase bookworm "$folder/base.new" "$mirror" > "$logs/debootstrap.log" 2>&1; then
    tail -5 "$logs/debootstrap.log"
    give_up 'everything: debootstrap did not end well'
  fi
  rm -rf "$folder"/base.new/var/cache/apt/archives/*.deb "$folder"/base.new/var/lib/apt/lists/*
  mv "$folder/base.new" "$folder/base"
}

# The machine's file in the chroot at the same path, unless the chroot has one.
carry() {
  [ -f "$1" ] && [ ! -e "$root$1" ] || return 0
  mkdir -p "$root$(dirname "$1")" && cp -L "$1" "$root$1"
}

carry_node() {
  # Under `npm run` the PATH begins with this checkout's own Node 24, which a fresh machine does not have.
  PATH=$(echo "$PATH" | tr ':' '\n' | grep -v node_modules | paste -sd:)
  node=$(readlink -f "$(command -v node)")
  npm=$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")
  cp "$node" "$root/usr/bin/node"
  for library in $(ldd "$node" | grep -o '/[^ ]*'); do carry "$library"; done
  mkdir -p "$root/usr/lib/node_modules"
  cp -RL "$npm" "$root/usr/lib/node_modules/npm"
  for tool in npm npx; do ln -s "../lib/node_modules/npm/bin/$tool-cli.js" "$root/usr/bin/$tool"; done
}

# How this machine reaches its registry: npm's settings, name resolution, proxies and certificates.
carry_registry() {
  cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
  mkdir -p "$root/usr/etc"
  settings=$(npm config get globalconfig)
  if [ -f "$settings" ]; then cp "$settings" "$root/usr/etc/npmrc"; fi
  carry "$(npm config get cafile)"
  carry "${NODE_EXTRA_CA_CERTS:-}"
  network="npm_config_registry=$(npm config get registry)"
  for name in NODE_EXTRA_CA_CERTS http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
    eval "value=\${$name:-}"
    [ -n "$value" ] && network="$network $name=$value"
  done
}

carry_tree() {
  if [ "$worktree" = no ]; then
    git -c safe.directory='*' clone --quiet --no-hardlinks "$tree" "$1"
    return
  fi
  mkdir -p "$1"
  (cd "$tree" && git -c safe.directory='*' ls-files -z --cached --others --exclude-standard) > "$logs/files"
  tar -C "$tree" --null -T "$logs/files" --ignore-failed-read -cf - 2> /dev/null | tar -C "$1" -xf -
}

# Runs a command line as user $1 in an emptied environment. The shell gives way to it, so that $! is the command itself.
inside() {
  user=$1 home=$2 line=$3
  # shellcheck disable=SC2086 # the network settings are many words
  exec chroot --userspec="$user:$user" "$root" /usr/bin/env -i HOME="$home" USER="$user" PORT="$port" \
    PATH=/usr/local/bin:/usr/bin:/bin $network sh -c "$line"
}

# Waits for JSON on /health, at most 120 s and not longer than process $npm lives; runs on the chroot's own Node.
wait_for_health() {
  chroot "$root" node -e '
    const [port, npm] = process.argv.slice(1)
    const end = performance.now() + 120_000
    const hasEnded = () => / Z /.test(require("fs").readFileSync(`/proc/${npm}/stat`, "utf8"))
    const look = async () => (await fetch(`http://127.0.0.1:${port}/health`)).json()
    const wait = () => look().then((said) => console.log(JSON.stringify(said)), () => {
      if (performance.now() > end || hasEnded()) process.exit(1)
      setTimeout(wait, 40)
    })
    wait()' "$port" "$npm"
}

# Fetches / and one page; prints a line for each and fails on the first that is no HTML of status 200.
fetch_pages() {
  chroot "$root" node -e '
    const [port, wanted] = process.argv.slice(1)
    const fetchPage = async (path) => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`)
      const text = await answer.text()
      console.log(`          ${path} ${answer.status} ${text.length} characters`)
      if (answer.status !== 200 || !/<html/i.test(text)) process.exit(1)
      return text
    }
    const run = async () => {
      const links = [...(await fetchPage("/")).matchAll(/<a\s[^>]*href="(\/[^"\/#][^"#]*)"/g)].map((match) => match[1])
      const page = wanted || links[0]
      if (!page) throw new Error("no link on / to follow")
      await fetchPage(page)
    }
    run().catch((error) => { console.log(`          ${error.message}`); process.exit(1) })' "$port" "$page"
}

# Starts, looks, stops; $4 names the start, $5 is its limit in seconds.
try_start() {
  user=$1 home=$2 place=$3 name=$4 limit=$5
  log=$logs/$user-$name.log
  port=$(chroot "$root" node -e '
    const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })')
  began=$(date +%s.%N)
  (inside "$user" "$home" "cd $place && exec npm start") > "$log" 2>&1 &
  npm=$!
  if said=$(wait_for_health); then
    took=$(seconds_since "$began")
    pass "$user: $name start answers /health: $said"
    if at_most "$took" "$limit"; then pass "$user: $name start in $took s"; else fail "$user: $name start in $took s"; fi
    if fetch_pages; then pass "$user: pages of the $name start"; else fail "$user: pages of the $name start"; fi
  else
    fail "$user: $name start gave no JSON on /health (limit 120 s)"
    skip "$user: pages of the $name start"
    tail -20 "$log"
  fi

  began=$(date +%s.%N)
  kill -TERM "$npm" 2> /dev/null
  left=$(inhabitants)
  while [ -n "$left" ] && at_most "$(seconds_since "$began")" 15; do
    sleep 0.1
    left=$(inhabitants)
  done
  if [ -z "$left" ]; then
    pass "$user: all ended $(seconds_since "$began") s after SIGTERM to npm"
  else
    fail "$user: still there 15 s after SIGTERM to npm:"
    for pid in $left; do echo "          $(tr '\0' ' ' < "/proc/$pid/cmdline" | cut -c 1-100)"; done
    for pid in $left; do kill -KILL "$pid" 2> /dev/null; done
  fi
  wait "$npm" 2> /dev/null
}

prove_for() {
  user=$1 home=$2
  place=$home/jembatan
  echo "as $user in $home ($(chroot "$root" stat -c %a "$home"))"
  if [ -f "$HOME/.npmrc" ]; then cp "$HOME/.npmrc" "$root$home/.npmrc"; fi
  carry_tree "$root$place"
  chroot "$root" chown -R "$user:$user" "$home"
  began=$(date +%s.%N)
  if (inside "$user" "$home" "cd $place && exec npm ci") > "$logs/$user-ci.log" 2>&1; then
    pass "$user: npm ci in $(seconds_since "$began") s, $(du -sm "$root$place/node_modules" | cut -f 1) MB"
  else
    fail "$user: npm ci"
    tail -20 "$logs/$user-ci.log"
    skip "$user: both starts"
    return
  fi
  try_start "$user" "$home" "$place" first 30
  try_start "$user" "$home" "$place" second 5
}

mkdir -p "$logs"
for old in "$folder"/root-*; do # of a run that was killed
  if [ -d "$old" ] && ! kill -0 "${old##*-}" 2> /dev/null; then (root=$old && empty_root); fi
done
build_base
cp -a "$folder/base" "$root"
carry_node
carry_registry
mount -t proc proc "$root/proc" && mount --bind /dev "$root/dev" && mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm" ||
  give_up 'everything: the mounts of the chroot'
chmod 700 "$root/root"
chroot "$root" useradd --create-home --shell /bin/sh petugas
chmod 700 "$root/home/petugas"

echo "a fresh $(. "$root/etc/os-release" && echo "$PRETTY_NAME"): node $(chroot "$root" node --version)," \
  "npm $(chroot "$root" npm --version), $(chroot "$root" dpkg-query -W | wc -l) packages, $(du -sm "$root" -x | cut -f 1) MB"
for tool in python3 python gcc cc make git curl wget psql postgres initdb chromium; do
  if chroot "$root" sh -c "command -v $tool" > /dev/null; then fail "no $tool there"; else absent="${absent:-}$tool "; fi
done
[ "$failed" = 0 ] && pass "absent: $absent"

prove_for root /root
prove_for petugas /home/petugas
finish
