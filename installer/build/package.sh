#!/bin/sh
# Builds the packages of one program: package.sh till|central VERSION REVISION, from what `mvn package` left in target/app of the
# program's module. Called by `mvn -Pinstaller verify`; see README.md.
#
#   target/image/PACKAGE   the program with its own Java, as it will lie in /usr/lib/PACKAGE
#   target/root/PACKAGE    everything that is installed
#   target/packages        PACKAGE_VERSION_ARCH.deb and PACKAGE-VERSION.ARCH.rpm
#
# SOURCE_DATE_EPOCH is the time of every file (otherwise of the last commit, or of this build).
# EVERTILL_NO_RPM=yes makes no .rpm.
# EVERTILL_NO_AOT=yes leaves the training of the till out, for a package that starts slower and is the same byte for byte.
set -eu
LC_ALL=C.UTF-8
TZ=UTC
export LC_ALL TZ
umask 022

here=$(cd "$(dirname "$0")/.." && pwd)
program=$1
version=$2
revision=$3
package=evertill-$program
target=$here/target
image=$target/image/$package
root=$target/root/$package
out=$target/packages
work=$target/work/$package

stop() {
    echo "packages: $1" >&2
    exit 1
}

need() {
    command -v "$1" > /dev/null 2>&1 || stop "'$1' is missing, which this build needs. Install the Debian package '$2' (apt-get install $2), then run again."
}

case $program in
    till) module=$here/../pos-app main_jar=pos-app ;;
    central) module=$here/../central main_jar=central ;;
    *) stop "what to build is till or central, not '$program'" ;;
esac
[ "$(uname -s)" = Linux ] || stop "these packages are built on Linux; see windows/README.md and macos/README.md."
case $here in
    *[[:space:]]*) stop "the path $here has blanks, which the launcher's options cannot carry. Build in another folder." ;;
esac
need dpkg-deb dpkg
[ "${EVERTILL_NO_RPM:-}" = yes ] || need rpmbuild rpm
need fakeroot fakeroot
[ -d "$module/target/app/lib" ] || stop "$module/target/app is missing. Run mvn -Pinstaller -DskipTests verify from the top folder."

case $(uname -m) in
    x86_64) arch=amd64 rpm_arch=x86_64 sqlite=x86_64 serial=x86_64 ;;
    aarch64) arch=arm64 rpm_arch=aarch64 sqlite=aarch64 serial=armv8_64 ;;
    *) stop "packages are made for x86_64 and aarch64, not for $(uname -m)." ;;
esac

find_jdk() {
    for home in "${JAVA_HOME:-}" "${JAVA25_HOME:-}" /usr/lib/jvm/* "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/*; do
        if [ -x "$home/bin/jlink" ] && grep -qs '^JAVA_VERSION="25[."]' "$home/release"; then
            echo "$home"
            return
        fi
    done
    stop "no JDK 25 with jlink was found. Install one (any vendor) below /usr/lib/jvm, or set JAVA_HOME."
}
jdk=$(find_jdk)

: "${SOURCE_DATE_EPOCH:=$(git -C "$here" log -1 --format=%ct 2> /dev/null || date +%s)}"
export SOURCE_DATE_EPOCH

# 0.1.0-SNAPSHOT comes before 0.1.0 for dpkg and rpm only with a tilde.
upstream=$(printf '%s' "$version" | sed 's/-/~/g')
full=$upstream-$revision

slim_jars() {
    mkdir -p "$image/lib" "$image/natives"
    wanted="org/sqlite/native/Linux/$sqlite/.+|Linux/$serial/libjSerialComm\\.so|lib[a-z0-9_]+\\.so"
    unwanted='org/sqlite/native/.*|(Linux|Windows|OSX|Android|FreeBSD|OpenBSD|Solaris)/.*|META-INF/(maven|proguard|native-image)/.*'
    "$jdk/bin/javac" -d "$work/tools" "$here/build/SlimJar.java"
    for jar in "$module"/target/app/lib/*.jar; do
        name=${jar##*/}
        case $name in
            # Without a classifier these hold nothing but a manifest.
            javafx-*-linux*.jar) ;;
            javafx-*.jar) continue ;;
        esac
        "$jdk/bin/java" -cp "$work/tools" SlimJar "$jar" "$image/lib/$name" "$image/natives" "$wanted" "$unwanted" "$SOURCE_DATE_EPOCH"
    done
    [ -f "$image/natives/libsqlitejdbc.so" ] || stop "the jars hold no SQLite for $(uname -m)"
}

# What jdeps names for the classes of all jars together (-summary; some are optional there), and what it cannot see: characters of
# printers (charsets), words of languages (localedata), curves (crypto.ec). A command that lacks one would say so in test/packages.sh.
runtime() {
    modules=java.desktop,java.logging,java.management,java.naming,java.sql,java.xml,jdk.charsets,jdk.crypto.ec,jdk.localedata,jdk.management,jdk.unsupported
    [ "$program" = till ] || modules=$modules,java.instrument,java.rmi,java.security.jgss
    "$jdk/bin/jlink" --add-modules "$modules" --include-locales=en,de,fr,es --no-header-files --no-man-pages --compress=zip-0 \
        "$@" --output "$image/runtime" > "$work/jlink.log" 2>&1 || stop "jlink failed; see $work/jlink.log"
}

launcher() {
    mkdir -p "$image/bin"
    cp "$module/target/app/bin/"* "$image/bin/"
    chmod 755 "$image/bin/"*
    cp "$here/launcher/launch.sh" "$image/lib/launch.sh"
    {
        cat "$here/$program/package.sh"
        echo
        # In one order and by name: an AOT cache belongs to one class path.
        printf 'class_path='
        separator=
        # The program's own jar first.
        for jar in "$image/lib/$main_jar"-*.jar "$image"/lib/*.jar; do
            [ "$separator" = "" ] || [ "$jar" != "$first" ] || continue
            first=${first:-$jar}
            printf '%s$app/lib/%s' "$separator" "${jar##*/}"
            separator=:
        done
        echo
    } > "$image/lib/package.sh"
}

same_time() {
    find "$1" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
}

# The tree of the package. Files of /etc and the maintainer scripts lie in the program's folder here.
tree() {
    mkdir -p "$root/usr/lib" "$root/usr/bin" "$root/usr/share/doc/$package"
    cp -a "$image" "$root/usr/lib/$package"
    for command in "$image"/bin/*; do
        ln -s "../lib/$package/bin/${command##*/}" "$root/usr/bin/${command##*/}"
    done
    cp -R "$here/$program/root/." "$root/"
    cp "$here/../NOTICE" "$root/usr/share/doc/$package/NOTICE"
    cp "$here/build/copyright" "$root/usr/share/doc/$package/copyright"
    gzip -9n < "$here/../CHANGELOG.md" > "$root/usr/share/doc/$package/CHANGELOG.md.gz"
    printf '%s (%s) unstable; urgency=medium\n\n  * See CHANGELOG.md.gz.\n\n -- Evertill <packages@evertill.invalid>  %s\n' \
        "$package" "$full" "$(date -R -d "@$SOURCE_DATE_EPOCH")" | gzip -9n > "$root/usr/share/doc/$package/changelog.Debian.gz"
    find "$root" -type d -exec chmod 755 {} +
    find "$root" -type f -perm /111 -exec chmod 755 {} +
    find "$root" -type f ! -perm /111 -exec chmod 644 {} +
    same_time "$root"
}

# A script or spec with @SETUP@ and @BUSY@ replaced by what both kinds of package do.
with_parts() {
    sed -e "/^@SETUP@\$/{
        r $here/$program/setup.sh
        d
    }" -e "/^@BUSY@\$/{
        r $here/$program/busy.sh
        d
    }" "$1"
}

deb() {
    control=$work/deb
    mkdir -p "$control"
    cp -a "$root/." "$control/"
    mkdir "$control/DEBIAN"
    size=$(du -sk --apparent-size "$root" | cut -f1)
    sed -e "s/@VERSION@/$full/; s/@ARCH@/$arch/; s/@SIZE@/$size/" "$here/$program/control" > "$control/DEBIAN/control"
    for script in postinst prerm postrm; do
        with_parts "$here/$program/$script" > "$control/DEBIAN/$script"
        chmod 755 "$control/DEBIAN/$script"
    done
    (cd "$root" && find etc -type f 2> /dev/null | sort | sed 's|^|/|') > "$control/DEBIAN/conffiles"
    (cd "$root" && find usr -type f | sort | xargs -d '\n' md5sum) > "$control/DEBIAN/md5sums"
    chmod 644 "$control/DEBIAN/control" "$control/DEBIAN/conffiles" "$control/DEBIAN/md5sums"
    dpkg-deb --root-owner-group -Zzstd -z12 --build "$control" "$out/${package}_${full}_$arch.deb" > "$work/deb.log" \
        || stop "dpkg-deb failed; see $work/deb.log"
}

rpm_package() {
    with_parts "$here/$program/spec" | sed -e "s/@VERSION@/$upstream/; s/@REVISION@/$revision/; s|@ROOT@|$root|" > "$work/spec"
    rpmbuild -bb --quiet --target "$rpm_arch" --define "_topdir $work/rpm" --define "_rpmdir $out" \
        --define '_rpmfilename %%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm' --define '_build_id_links none' \
        --define "use_source_date_epoch_as_buildtime 1" --define "_buildhost evertill.invalid" --define '__os_install_post %{nil}' \
        --define '_binary_payload w12.zstdio' "$work/spec" > "$work/rpm.log" 2>&1 || stop "rpmbuild failed; see $work/rpm.log"
}

rm -rf "$image" "$root" "$work"
mkdir -p "$image" "$root" "$work" "$out"
rm -f "$out/${package}_"* "$out/$package-"*
slim_jars
case $program in
    till) runtime ;;
    # No AOT cache: it starts once. The usual archive of the JDK's own classes keeps its commands quick.
    central) runtime --generate-cds-archive ;;
esac
launcher
same_time "$image"
if [ "$program" = till ] && [ "${EVERTILL_NO_AOT:-}" != yes ]; then
    sh "$here/build/train.sh" "$image" "$here/target/image/evertill-central" "$here/../pos-app/src/demo/resources/io/evertill/demo/products.csv" "$work"
    same_time "$image"
fi
tree
deb
[ "${EVERTILL_NO_RPM:-}" = yes ] || rpm_package
find "$out" \( -name "${package}_*" -o -name "$package-*" \) -exec ls -l {} + | awk '{ printf "packages: %s, %.1f MB\n", $NF, $5 / 1000000 }'
