# What the package of the centre adds to its launcher; read by launch.sh beside it. class_path is appended by the build.

java=$app/runtime/bin/java
options="$options -XX:+UseCompactObjectHeaders -Dorg.sqlite.lib.path=$app/natives"

umask 0027
: "${EVERTILL_CENTRAL_CONF:=/etc/evertill-central}"
export EVERTILL_CENTRAL_CONF

# The service's files belong to its own account; what root asks for is done by that account, so that they stay so.
account=evertill-central
if [ -z "${EVERTILL_CENTRAL_DATA:-}" ]; then
    EVERTILL_CENTRAL_DATA=/var/lib/evertill-central
    export EVERTILL_CENTRAL_DATA
    names_data=no
    for word in "$@"; do
        case $word in
            --data | --data=* | -h | --help | -V | --version) names_data=yes ;;
        esac
    done
    if [ $names_data = no ] && [ $# -gt 0 ] && [ -d "$EVERTILL_CENTRAL_DATA" ]; then
        if [ "$(id -u)" -eq 0 ]; then
            exec setpriv --reuid="$account" --regid="$account" --init-groups --reset-env \
                env EVERTILL_CENTRAL_DB="${EVERTILL_CENTRAL_DB:-}" EVERTILL_JAVA_OPTIONS="${EVERTILL_JAVA_OPTIONS:-}" \
                LANG="${LANG:-C.UTF-8}" "$self" "$@"
        elif [ ! -w "$EVERTILL_CENTRAL_DATA" ]; then
            echo "Only root and the account $account work with the centre's folder $EVERTILL_CENTRAL_DATA. Nothing was changed." >&2
            echo "Run the same with sudo, or as root." >&2
            exit 4
        fi
    fi
fi
