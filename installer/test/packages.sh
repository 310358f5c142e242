#!/bin/bash
# Installs the packages on a clean Debian 12 and works with them, from nothing to the first sale and back to nothing.
#
#   installer/test/packages.sh          after `mvn -q -Pinstaller -DskipTests verify`; as root
#
# EVERTILL_DEBIAN   the clean system, a .tar.zst made by debootstrap where it is missing (otherwise /var/tmp/evertill-debian12.tar.zst)
# EVERTILL_MIRROR   where Debian comes from (otherwise http://deb.debian.org/debian)
#
# Every step says what it checks and how long it took. The last line is OK, or what failed first; then nothing is left mounted.
set -euo pipefail

[ "$(id -u)" -eq 0 ] || {
    echo "installing a system needs root" >&2
    exit 1
}
here=$(cd "$(dirname "$0")/.." && pwd)
packages=$here/target/packages
base=${EVERTILL_DEBIAN:-/var/tmp/evertill-debian12.tar.zst}
mirror=${EVERTILL_MIRROR:-http://deb.debian.org/debian}
megabytes_max=90
exposure_max=2
root=$(mktemp -d /var/tmp/evertill-test.XXXXXX)
# Programs ask how much is free where they write: the system needs a mount of its own.
mount --bind "$root" "$root"
pictures=$here/target/pictures
began=$SECONDS
step_began=$SECONDS
step=
processes=()

finish() {
    local result=$?
    for process in "${processes[@]}"; do
        kill "$process" 2> /dev/null || true
    done
    for process in "${processes[@]}"; do
        wait "$process" 2> /dev/null || true
    done
    for place in tmp/.X11-unix dev proc .; do
        mountpoint -q "$root/$place" && umount -l "$root/$place"
    done
    if [ $result -ne 0 ]; then
        echo "FAILED: $step (its files are in $root)"
    else
        rm -rf --one-file-system "$root"
    fi
    exit $result
}
trap finish EXIT

fail() {
    echo "  $1" >&2
    exit 1
}

check() {
    [ -z "$step" ] || echo "     $((SECONDS - step_began)) s"
    step=$1
    step_began=$SECONDS
    echo "$(printf '%4d' $((SECONDS - began))) s  $step"
}

need() {
    command -v "$1" > /dev/null || fail "'$1' is missing. Install the Debian package '$2' (apt-get install $2), then run again."
}

# Takes the place of this shell, so that its process is the program's.
become() {
    exec chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}

inside() {
    (become "$@")
}

apt() {
    inside apt-get -qq -y --no-install-recommends -o Dpkg::Use-Pty=0 "$@" >> "$root/apt.log" 2>&1 || {
        tail -n 20 "$root/apt.log"
        fail "apt-get $* failed"
    }
}

# As the person at the counter.
become_till() {
    become setpriv --reuid=1000 --regid=1000 --init-groups env HOME=/home/anna DISPLAY="${display:-}" "$@"
}

at_till() {
    (become_till "$@")
}

# Waits for three minutes until a command does well.
await() {
    for _ in $(seq 1800); do
        "$@" > /dev/null 2>&1 && return
        sleep 0.1
    done
    fail "waited in vain for: $*"
}

one_package() {
    local found
    # shellcheck disable=SC2206
    found=("$packages"/$1)
    [ ${#found[@]} -eq 1 ] && [ -f "${found[0]}" ] || fail "there must be exactly one $packages/$1. Run mvn -q -Pinstaller -DskipTests verify first."
    echo "${found[0]}"
}

need debootstrap debootstrap
need zstd zstd
need Xvfb xvfb
need xdotool xdotool
need desktop-file-validate desktop-file-utils
need systemd-analyze systemd
need convert imagemagick
arch=$(dpkg --print-architecture)
till_deb=$(one_package "evertill-till_*_$arch.deb")
central_deb=$(one_package "evertill-central_*_$arch.deb")

check "each package has at most $megabytes_max MB"
for file in "$packages"/*; do
    [ "$(stat -c %s "$file")" -le $((megabytes_max * 1000 * 1000)) ] || fail "$file is larger"
    echo "     $(basename "$file"): $(($(stat -c %s "$file") / 1000000)) MB"
done

check "no file of a package lies outside its places, none belongs to anybody but root"
for package in evertill-till:"$till_deb" evertill-central:"$central_deb"; do
    name=${package%%:*}
    dpkg-deb --contents "${package#*:}" > "$root/contents"
    strange=$(awk '{ print $6 }' "$root/contents" | grep -v '/$' | grep -Ev \
        "^\./(usr/lib/$name/|usr/share/doc/$name/|etc/(evertill|evertill-central)/[a-z]+\.properties$|usr/bin/evertill(-central)?$|usr/lib/systemd/system/evertill-central\.service$|usr/share/(applications|icons)/.*evertill-till\.)" || true)
    [ -z "$strange" ] || fail "$strange"
    [ -z "$(awk '$2 != "root/root"' "$root/contents")" ] || fail "not owned by root in ${package#*:}"
done
! dpkg-deb --contents "$till_deb" | grep -E '/(central|javalin|testfx|openjfx-monocle|junit)[^/]*\.jar$' || fail "the till's package has what it must not have"

check "a clean Debian 12"
if [ ! -f "$base" ]; then
    debootstrap --variant=minbase bookworm "$root/new" "$mirror" > "$root/debootstrap.log" 2>&1 || fail "debootstrap failed; see $root/debootstrap.log"
    rm -rf "$root/new/var/cache/apt/archives/"*.deb
    tar -C "$root/new" --zstd -cf "$base.part" .
    mv "$base.part" "$base"
    rm -rf "$root/new"
fi
tar -C "$root" --zstd -xf "$base"
echo "deb $mirror bookworm main" > "$root/etc/apt/sources.list"
cp /etc/resolv.conf "$root/etc/resolv.conf"
printf '#!/bin/sh\nexit 101\n' > "$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
inside useradd --uid 1000 --create-home --shell /bin/bash anna
apt update

check "the centre is installed with one command, and its account, folder and settings are there"
mkdir "$root/packages"
cp "$till_deb" "$central_deb" "$root/packages/"
apt install "/packages/$(basename "$central_deb")"
[ "$(inside stat -c '%U %a' /var/lib/evertill-central)" = "evertill-central 750" ] || fail "the data folder is not the service's"
[ "$(inside stat -c '%U:%G %a' /etc/evertill-central/central.properties)" = "root:evertill-central 640" ] || fail "the settings can be read by others"
inside evertill-central --version

check "the unit is right and shuts the service in (exposure at most $exposure_max.0)"
unit=/usr/lib/systemd/system/evertill-central.service
# Against the units of this machine; that its command is not installed here is no fault.
systemd-analyze verify "$root$unit" 2> "$root/unit.log" || true
! grep -F evertill-central "$root/unit.log" | grep -v 'is not executable: No such file' || fail "systemd-analyze verify found something"
systemd-analyze security --root="$root" --offline=true --threshold=$((exposure_max * 10)) --no-pager evertill-central.service > "$root/security.log" 2>&1 \
    || fail "$(tail -n 1 "$root/security.log")"
echo "    $(tail -n 1 "$root/security.log" | tr -cd '[:print:]')"

# As the unit says, because no systemd runs in here.
start_centre() {
    local user command
    user=$(sed -n 's/^User=//p' "$root$unit")
    command=$(sed -n 's/^ExecStart=//p' "$root$unit")
    # shellcheck disable=SC2086
    become setpriv --reuid="$user" --regid="$user" --init-groups --bounding-set=-all --no-new-privs $command > "$root/centre.log" 2>&1 &
    centre=$!
    processes+=("$centre")
    await grep -q 'listens at' "$root/centre.log"
}

check "the centre's program starts as the unit would, with two products in it"
printf 'sku,name,price,barcodes\nTEA,Green tea,3.49,4006381333931\nMUG,Mug,7.50,4012345678901\n' > "$root/packages/products.csv"
chmod 644 "$root/packages/products.csv"
inside evertill-central tax STD 20 > "$root/command.log"
inside evertill-central import-products /packages/products.csv >> "$root/command.log"
start_centre
[ -z "$(find "$root/var/lib/evertill-central" ! -user "$(stat -c %u "$root/var/lib/evertill-central")")" ] || fail "a command of root left files that the service cannot write"
from_nothing=$SECONDS

check "the till is installed with one command, and who uses the desktop may use it"
apt install "/packages/$(basename "$till_deb")"
[ "$(inside stat -c '%U:%G %a' /var/lib/evertill)" = "root:evertill 2770" ] || fail "the till's folder is not the group's"
inside id -nG anna | grep -qw evertill || fail "anna is not in the group evertill"
desktop-file-validate "$root/usr/share/applications/evertill-till.desktop"
inside evertill --version

check "one file beside its settings provisions it"
inside evertill-central enrolment-file --store S1 --till T1 --valid 72h --out /var/lib/evertill-central/t1.json
inside install --group=evertill --mode=640 /var/lib/evertill-central/t1.json /etc/evertill/enrolment.json
inside rm /var/lib/evertill-central/t1.json

till_status() { at_till evertill status; }
ready_times() { grep -c 'ready to scan' "$root/var/lib/evertill/log/evertill.log"; }

start_till() {
    local times
    times=$(ready_times 2> /dev/null || true)
    become_till evertill till > "$root/till.log" 2>&1 &
    till=$!
    processes+=("$till")
    for _ in $(seq 1800); do
        [ "$(ready_times 2> /dev/null || true)" = "$((${times:-0} + 1))" ] && break
        kill -0 "$till" 2> /dev/null || fail "the till ended: $(cat "$root/till.log")"
        sleep 0.1
    done
    [ "$(ready_times)" = "$((${times:-0} + 1))" ] || fail "the till was not ready in three minutes"
    DISPLAY=$display xdotool search --sync --name '^Evertill$' windowfocus
    # The only cashier signs in. A busy machine needs a moment for each picture, also below.
    sleep 3
    DISPLAY=$display xdotool key Return
    sleep 3
}

stop_till() {
    kill "$till"
    wait "$till" || true
}

picture() {
    mkdir -p "$pictures"
    DISPLAY=$display import -window root "$pictures/$1.png"
}

check "the till starts for the person at the desktop, enrols by the file, and is ready to scan"
Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp -ac 3> "$root/display" 2> "$root/xvfb.log" &
processes+=($!)
await grep -q '[0-9]' "$root/display"
display=:$(cat "$root/display")
mkdir -p "$root/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
start_till

sell() {
    DISPLAY=$display xdotool type --delay 2 "$1"
    DISPLAY=$display xdotool key Return
    sleep 3
    picture "$2-basket"
    DISPLAY=$display xdotool key F12
    sleep 3
    picture "$2-sold"
}

sales() { at_till evertill export --what sales 2> /dev/null | tail -n +2 | wc -l; }
has_sales() { [ "$(sales)" -eq "$1" ]; }
is_synced() { at_till evertill status | grep -Eqi 'the centre holds all|nothing waits|0 (entries|sales) wait'; }
centre_has() { [ "$(inside evertill-central export --what sales --format csv | tail -n +2 | wc -l)" -eq "$1" ]; }

check "a scan and one key are a sale: it is in the till's ledger and at the centre"
sell 4006381333931 first
await has_sales 1
echo "     from the installation of the till to the first sale: $((SECONDS - from_nothing)) s"
await centre_has 1
at_till evertill journal
at_till evertill verify
till_status
[ -z "$(inside find /home/anna /tmp /var/tmp -newer /packages -name '*.so*')" ] || fail "native libraries were unpacked"

check "a till that is open is not replaced under way"
make_newer() {
    mkdir "$root/newer"
    dpkg-deb --raw-extract "$till_deb" "$root/newer/till"
    sed -i 's/^\(Version: .*\)$/\1.1/' "$root/newer/till/DEBIAN/control"
    dpkg-deb --root-owner-group -Zzstd -z1 --build "$root/newer/till" "$root/packages/newer.deb" > "$root/newer.log"
    rm -r "$root/newer"
}
make_newer
! inside apt-get -qq -y -o Dpkg::Use-Pty=0 install /packages/newer.deb > "$root/refused.log" 2>&1 || fail "an open till was replaced"
grep -q 'The till is open' "$root/refused.log" || fail "nobody said why: $(cat "$root/refused.log")"
[ "$(inside dpkg-query -W -f '${Status}' evertill-till)" = "install ok installed" ] || fail "the package is no longer whole"
stop_till

check "a newer package replaces it; what was sold is there, and it sells on"
echo '# a line of ours' >> "$root/etc/evertill/till.properties"
apt install /packages/newer.deb
grep -q '# a line of ours' "$root/etc/evertill/till.properties" || fail "the settings were overwritten"
start_till
sell 4012345678901 second
await has_sales 2
await centre_has 2
stop_till

check "removing it keeps what was sold; installing it again finds it"
apt remove evertill-till
[ ! -e "$root/usr/lib/evertill-till" ] && [ ! -e "$root/usr/bin/evertill" ] || fail "the program is still there"
[ -f "$root/var/lib/evertill/till.db" ] || fail "the ledger is gone"
apt install /packages/newer.deb
has_sales 2 || fail "the sales are not there"
at_till evertill verify
start_till
sell 4006381333931 third
await has_sales 3
await centre_has 3
stop_till

check "purging removes everything: program, settings, data, group and account"
kill "$centre"
wait "$centre" || true
apt purge evertill-till evertill-central
for place in /usr/lib/evertill-till /usr/lib/evertill-central /etc/evertill /etc/evertill-central /var/lib/evertill \
    /var/lib/evertill-central /usr/bin/evertill /usr/bin/evertill-central; do
    [ ! -e "$root$place" ] || fail "$place is still there"
done
! inside getent group evertill evertill-central || fail "a group is still there"
! inside getent passwd evertill-central || fail "an account is still there"

for rpm in "$packages"/*.rpm; do
    [ -f "$rpm" ] && command -v rpm > /dev/null || continue
    check "$(basename "$rpm") unpacks to the same places, its settings marked as such"
    rpm -qlp "$rpm" > "$root/rpm-files" 2> /dev/null
    grep -q '^/usr/bin/evertill' "$root/rpm-files" || fail "it has no command"
    rpm -qcp "$rpm" 2> /dev/null | grep -q '^/etc/evertill.*\.properties$' || fail "its settings are not marked as configuration"
done

echo "     $((SECONDS - step_began)) s"
echo "OK, $((SECONDS - began)) s"
