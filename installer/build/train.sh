#!/bin/sh
# Trains the AOT cache of the till: train.sh IMAGE CENTRAL_IMAGE PRODUCTS WORK writes IMAGE/evertill.aot.
#
# The very program of the package, with its own launcher and Java, is a till for a minute: a centre with the demo shop on this
# machine, a folder that is thrown away, a screen that nobody sees (Xvfb), and keys that are pressed from outside (xdotool). What
# the JDK records meanwhile, it loads at every later start.
set -eu

image=$1
central=$2
products=$3
work=$4/training
log=$work/log

stop() {
    echo "packages: $1" >&2
    exit 1
}

for tool in Xvfb:xvfb xdotool:xdotool; do
    command -v "${tool%:*}" > /dev/null 2>&1 \
        || stop "'${tool%:*}' is missing, which trains the till's start. Install the Debian package '${tool#*:}' (apt-get install ${tool#*:}), or set EVERTILL_NO_AOT=yes for a till that starts slower."
done
[ -x "$central/bin/evertill-central" ] || stop "the centre's image is missing, which the training talks to: build the package 'central' first."

rm -rf "$work"
mkdir -p "$work/till"
screen=
centre=
till=
finish() {
    for process in $till $centre $screen; do
        kill "$process" 2> /dev/null || true
    done
}
trap finish EXIT

# Waits until a line is in a file: await FILE WORDS PROCESS, at most three minutes, and not after the process has ended.
await() {
    tries=0
    until grep -qs "$2" "$1"; do
        kill -0 "$3" 2> /dev/null || stop "the training ended early: nothing said '$2'; see $work"
        tries=$((tries + 1))
        [ $tries -lt 900 ] || stop "the training waited in vain for '$2' in $1"
        sleep 0.2
    done
}

Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp 3> "$work/display" > "$log.xvfb" 2>&1 &
screen=$!
await "$work/display" '[0-9]' $screen
DISPLAY=:$(cat "$work/display")
export DISPLAY

centre_do() {
    "$central/bin/evertill-central" "$@" --data "$work/centre" >> "$log.centre" 2>&1 || stop "evertill-central $1 failed; see $log.centre"
}
# A folder and settings of its own, whatever this machine is a till of.
EVERTILL_CONF=$work/till
EVERTILL_CENTRAL_CONF=$work/centre
export EVERTILL_CONF EVERTILL_CENTRAL_CONF
mkdir -p "$work/centre"
centre_do tax STD 20
centre_do tax ZERO 0
centre_do setting currency GBP
centre_do setting cashiers 'anna:Anna|ben:Ben'
centre_do import-products "$products"
"$central/bin/evertill-central" serve --port 0 --data "$work/centre" > "$log.serve" 2>&1 &
centre=$!
await "$log.serve" 'listens at' $centre
url=$(sed -n 's/.*listens at \(http[^ ]*[0-9]\).*/\1/p' "$log.serve")
code=$("$central/bin/evertill-central" enrolment-code --store S1 --till T1 --data "$work/centre" | tail -n 1)
"$image/bin/evertill" enrol --central "$url" --code "$code" --data "$work/till" > "$log.enrol" 2>&1 || stop "evertill enrol failed; see $log.enrol"
"$image/bin/evertill" sync --data "$work/till" > "$log.sync" 2>&1 || stop "evertill sync failed; see $log.sync"

EVERTILL_JAVA_OPTIONS="-XX:AOTCacheOutput=$image/evertill.aot -Dprism.order=sw" "$image/bin/evertill" till --data "$work/till" \
    > "$log.till" 2>&1 &
till=$!
await "$work/till/log/evertill.log" 'ready to scan' $till
xdotool search --sync --name '^Evertill$' windowfocus > "$log.keys" 2>&1

keys() {
    for key in "$@"; do
        xdotool key "$key" >> "$log.keys" 2>&1
        sleep 0.5
    done
}
scan() {
    xdotool type --delay 2 "$1" >> "$log.keys" 2>&1
    keys Return
}
# A sale is a receipt in the till's folder: on a busy machine keys come late, so that the next waits for it.
sold() {
    find "$work/till/receipts" -type f 2> /dev/null | wc -l
}
pay() {
    before=$(sold)
    keys "$@"
    tries=0
    while [ "$(sold)" -eq "$before" ]; do
        tries=$((tries + 1))
        [ $tries -lt 300 ] || stop "the training waited in vain for a receipt after $*; see $work"
        sleep 0.2
    done
    sleep 1
}
# Sign in and sell for exact cash: without these sales there is no package.
keys Return
sleep 2
for _ in 1 2 3; do
    scan 5054269895766
    scan 5032722314375
    pay F12
done
# Find by name, pay with change, look around: what a busy machine misses of it is merely not trained.
xdotool type --delay 200 'organ' >> "$log.keys" 2>&1
sleep 2
keys Down Return F11
xdotool type --delay 100 '50' >> "$log.keys" 2>&1
keys F11
keys F5 Escape F1 Escape ctrl+j Escape ctrl+e Escape ctrl+s Escape F6 Escape
scan 5054269895766
keys Delete Return F8 Return

# An orderly end of the process writes the cache, in a second Java that takes its time.
kill "$till"
wait "$till" || true
till=
[ -s "$image/evertill.aot" ] || stop "the training wrote no cache; see $log.till"
rm -f "$image/evertill.aot.config"
chmod 644 "$image/evertill.aot"
