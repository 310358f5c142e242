# What the package of the till adds to its launcher; read by launch.sh beside it. class_path is appended by the build.

java=$app/runtime/bin/java

# Native libraries lie unpacked beside the jars: nothing is written to a temporary folder at the start.
options="$options -XX:+UseCompactObjectHeaders \
-Djava.library.path=$app/natives -Dorg.sqlite.lib.path=$app/natives -DjSerialComm.library.path=$app/natives"

# Classes as they were when the package was built and its till was tried; without it, or where it does not fit, the start is slower.
if [ -r "$app/evertill.aot" ]; then
    options="$options -XX:AOTCache=$app/evertill.aot -Xlog:aot*=off -Xlog:cds*=off"
fi

# Everybody in the group evertill works on the same files.
umask 0007
: "${EVERTILL_CONF:=/etc/evertill}" "${EVERTILL_DATA:=/var/lib/evertill}"
export EVERTILL_CONF EVERTILL_DATA

# An account that was put into the group after it signed in has it from the next time on; until then sg lends it.
may_use_data() {
    for word in "$@"; do
        case $word in
            --data | --data=* | -h | --help | -V | --version) return 0 ;;
        esac
    done
    [ $# -eq 0 ] || [ ! -d "$EVERTILL_DATA" ] || [ -w "$EVERTILL_DATA" ]
}

quoted() {
    for word in "$@"; do
        printf "'%s' " "$(printf '%s' "$word" | sed "s/'/'\\\\''/g")"
    done
}

if ! may_use_data "$@"; then
    account=$(id -un)
    if [ -z "${EVERTILL_GROUP_LENT:-}" ] && command -v sg > /dev/null 2>&1 && id -nG "$account" | grep -qw evertill; then
        export EVERTILL_GROUP_LENT=yes
        exec sg evertill -c "$(quoted "$self" "$@")"
    fi
    echo "The account $account may not use the till's folder $EVERTILL_DATA. Nothing was changed." >&2
    echo "Let an administrator run: usermod --append --groups evertill $account" >&2
    exit 4
fi
