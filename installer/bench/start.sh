#!/bin/bash
# How long the packed till takes from its start until it is ready to scan, cold, without a network.
#
#   installer/bench/start.sh [PRODUCTS [STARTS]]     after `mvn -q -Pinstaller -DskipTests verify`; otherwise 300000 and 9
#
# The .deb is unpacked, its own launcher opens its window on a screen in memory (Xvfb, drawn in software), and the end is the line
# "ready to scan" of its log, written when the first picture is laid out and with the drawing thread. By turns: with its AOT cache,
# without it, and the bare tool, the same Java that opens the same file and reads one row. Before each start all files of till and
# package, the Java too, are put out of the page cache (dd oflag=nocache). Medians, and the memory (RSS) two seconds after.
set -euo pipefail

products=${1:-300000}
starts=${2:-9}
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d /var/tmp/evertill-start.XXXXXX)
screen=
centre=
finish() {
    for process in $centre $screen; do
        kill "$process" 2> /dev/null || true
        wait "$process" 2> /dev/null || true
    done
    rm -rf "$work"
}
trap finish EXIT

fail() {
    echo "$1" >&2
    exit 1
}

for tool in Xvfb:xvfb dpkg-deb:dpkg; do
    command -v "${tool%:*}" > /dev/null || fail "'${tool%:*}' is missing. Install the Debian package '${tool#*:}'."
done
deb=$(find "$here/target/packages" -name 'evertill-till_*.deb' | head -n 1)
[ -n "$deb" ] && [ -d "$here/target/image/evertill-central" ] || fail "there are no packages. Run mvn -q -Pinstaller -DskipTests verify first."
dpkg-deb -x "$deb" "$work/package"
app=$work/package/usr/lib/evertill-till
central=$here/target/image/evertill-central/bin/evertill-central
export EVERTILL_CONF=$work/till EVERTILL_CENTRAL_CONF=$work/centre
mkdir -p "$work/till" "$work/centre" "$work/bare"

awk -v count="$products" 'BEGIN {
    print "sku,name,price"
    for (at = 0; at < count; at++) printf "A%06d,Article %d of shelf %d,%d.%02d\n", at, at, at % 977, 1 + at % 90, at % 100
}' > "$work/products.csv"
"$central" tax STD 20 --data "$work/centre" > "$work/log"
"$central" import-products "$work/products.csv" --data "$work/centre" >> "$work/log" 2>&1
"$central" serve --port 0 --data "$work/centre" > "$work/serve" 2>&1 &
centre=$!
until grep -q 'listens at' "$work/serve"; do kill -0 $centre; sleep 0.2; done
url=$(sed -n 's/.*listens at \(http[^ ]*[0-9]\).*/\1/p' "$work/serve")
code=$("$central" enrolment-code --store S1 --till T1 --data "$work/centre" | tail -n 1)
"$app/bin/evertill" enrol --central "$url" --code "$code" --data "$work/till" >> "$work/log"
"$app/bin/evertill" sync --data "$work/till"
kill $centre
wait $centre || true
centre=

Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp 3> "$work/display" 2> "$work/xvfb" &
screen=$!
until grep -q '[0-9]' "$work/display"; do kill -0 $screen; sleep 0.1; done
DISPLAY=:$(cat "$work/display")
export DISPLAY

jdk=
for home in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    if [ -x "$home/bin/javac" ] && grep -qs '^JAVA_VERSION="25' "$home/release"; then
        jdk=$home
    fi
done
[ -n "$jdk" ] || fail "no JDK 25 was found; set JAVA_HOME."
"$jdk/bin/javac" -nowarn -proc:none -cp "$app/lib/*" -d "$work/bare" "$here/bench/BareStart.java"

cool() {
    sync
    find "$work/till" "$app" "$work/bare" -type f -print0 | while IFS= read -r -d '' file; do
        dd if="$file" iflag=nocache count=0 status=none
    done
}

# Prints milliseconds and KiB.
till() {
    cool
    rm -f "$work/till/log/evertill.log"
    local began ready process
    began=$(date +%s%3N)
    EVERTILL_JAVA_OPTIONS="-Dprism.order=sw $1" "$app/bin/evertill" till --data "$work/till" > "$work/out" 2>&1 &
    process=$!
    until grep -qs 'ready to scan' "$work/till/log/evertill.log"; do
        kill -0 $process || fail "the till ended: $(cat "$work/out")"
        sleep 0.1
    done
    ready=$(date -d "$(grep -m 1 'ready to scan' "$work/till/log/evertill.log" | cut -d ' ' -f 1)" +%s%3N)
    sleep 2
    echo $((ready - began)) "$(sed -n 's/^VmRSS:[^0-9]*\([0-9]*\).*/\1/p' /proc/$process/status)"
    kill $process
    wait $process || true
}

bare() {
    cool
    local began
    began=$(date +%s%3N)
    "$app/runtime/bin/java" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Dorg.sqlite.lib.path="$app/natives" \
        -cp "$work/bare:$app/lib/*" BareStart "$work/till/till.db" A000001 > "$work/out" 2>&1
    echo $(($(date +%s%3N) - began)) 0
}

median() { sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

for start in $(seq "$starts"); do
    till "" >> "$work/with"
    till -XX:AOTMode=off >> "$work/without"
    bare >> "$work/tool"
    echo "start $start of $starts: $(tail -n 1 "$work/with" | cut -d ' ' -f 1) ms with the AOT cache, $(tail -n 1 "$work/without" | cut -d ' ' -f 1) ms without," \
        "$(tail -n 1 "$work/tool" | cut -d ' ' -f 1) ms bare; load $(cut -d ' ' -f 1 /proc/loadavg)"
done
for row in with:"packed till, AOT cache" without:"packed till, no AOT cache" tool:"bare Java on the same file"; do
    echo "${row#*:}, $products products: $(cut -d ' ' -f 1 "$work/${row%%:*}" | median) ms, RSS $(($(cut -d ' ' -f 2 "$work/${row%%:*}" | median) / 1024)) MiB"
done
