# Starts a program of Evertill; read by the script of that program in bin, which sets:
#   app      the program's folder, with its jars in lib
#   name     what the program is called
#   main     its main class
#   options  options of the Java machine
# A person's own options go into EVERTILL_JAVA_OPTIONS.

java_version_min=25

# Whether a folder holds a Java that is new enough.
is_java() {
    [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
    found=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    [ -n "$found" ] && [ "$found" -ge "$java_version_min" ]
}

find_java() {
    for home in "$app/runtime" "${JAVA_HOME:-}" "${JAVA25_HOME:-}"; do
        if is_java "$home"; then
            echo "$home/bin/java"
            return 0
        fi
    done
    # The java of the path knows its own home.
    if command -v java > /dev/null 2>&1; then
        home=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')
        if is_java "$home"; then
            echo "$home/bin/java"
            return 0
        fi
    fi
    for home in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /usr/local/openjdk* "${HOME:-/}/.sdkman/candidates/java"/* \
            "${HOME:-/}/.jdks"/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if is_java "$home"; then
            echo "$home/bin/java"
            return 0
        fi
    done
    return 1
}

class_path="$app/lib/*"
if [ -r "$app/lib/package.sh" ]; then
    # An installed package brings its own Java, and says where its files are.
    . "$app/lib/package.sh"
elif ! java=$(find_java); then
    echo "$name needs Java $java_version_min or newer and found none." >&2
    echo "Install a JDK $java_version_min (any vendor), or set JAVA_HOME to the folder of one." >&2
    exit 2
fi

# Words of the options are separated on purpose.
# shellcheck disable=SC2086
exec "$java" $options ${EVERTILL_JAVA_OPTIONS:-} -cp "$class_path" "$main" "$@"
