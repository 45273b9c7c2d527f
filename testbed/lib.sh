# Shell functions shared by the scripts of the test bed. Sourced, never run.
#
# Everything that the scripts fetch or write lies outside the checkout, under $ZURUF_TESTBED_CACHE.

say() { printf '%s: %s\n' "${0##*/}" "$*"; }

die() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

is_root() { [ "$(id -u)" -eq 0 ]; }

is_debian() { [ -r /etc/os-release ] && (. /etc/os-release && case " ${ID:-} ${ID_LIKE:-} " in *" debian "*) exit 0 ;; *) exit 1 ;; esac); }

have() { command -v "$1" >/dev/null 2>&1; }

# The directory for downloads and data. Another user (PostgreSQL refuses to run as root) must be able to walk into it, which
# /root does not allow, so that root's default lies elsewhere.
testbed_cache() {
    if [ -n "${ZURUF_TESTBED_CACHE:-}" ]; then
        printf '%s' "$ZURUF_TESTBED_CACHE"
    else
        printf '%s' "${HOME:?HOME is not set}/.cache/zuruf-testbed"
    fi
}

# install_packages PACKAGE…: by apt from the machine's own sources; root only. Nothing is done for those that are installed.
install_packages() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    is_debian || die "needs the Debian packages ${missing[*]}; this machine is not Debian"
    is_root || die "needs the Debian packages ${missing[*]}; install them as root: apt-get install ${missing[*]}"
    say "installing ${missing[*]}"
    # Another apt may be running on a machine that has just started.
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=120 --no-install-recommends)
    "${apt[@]}" install "${missing[@]}" >/dev/null 2>&1 ||
        { "${apt[@]}" update >/dev/null && "${apt[@]}" install "${missing[@]}" >/dev/null; } ||
        die "apt-get could not install ${missing[*]}"
}

# port_is_open PORT: something listens on the loopback port.
port_is_open() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# free_port: prints a TCP port that nobody uses now. It lies below the range from which the kernel takes ports for outgoing connections.
free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 12000))
        port_is_open "$port" || { printf '%s' "$port" && return; }
    done
}

# is_running PIDFILE: the process whose id is the file's first line lives.
is_running() { [ -s "$1" ] && kill -0 "$(head -n 1 "$1")" 2>/dev/null; }

# wait_until SECONDS WHAT COMMAND…: until the command succeeds; dies with WHAT when time is up.
wait_until() {
    local deadline=$((SECONDS + $1)) what=$2
    shift 2
    until "$@" >/dev/null 2>&1; do
        [ $SECONDS -lt $deadline ] || die "$what: not within the time allowed"
        sleep 0.2
    done
}
