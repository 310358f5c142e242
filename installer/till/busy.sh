# Ends a maintainer script while a till is open: it would go on with half of the old program and half of the new.
for process in /proc/[0-9]*; do
    case $(readlink "$process/exe" 2> /dev/null) in
        /usr/lib/evertill-till/runtime/*)
            echo "The till is open (process ${process#/proc/}). Nothing was changed: close it, then do this again." >&2
            exit 1
            ;;
    esac
done
