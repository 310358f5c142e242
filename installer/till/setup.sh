# Read by the maintainer scripts of both kinds of package; may run any number of times.
if ! getent group evertill > /dev/null; then
    groupadd --system evertill
    # Who uses this machine's desktop uses its till.
    getent passwd | while IFS=: read -r account _ uid _ _ _ shell; do
        case $shell in
            */nologin | */false) continue ;;
        esac
        if [ "$uid" -ge 1000 ] && [ "$uid" -lt 60000 ]; then
            usermod --append --groups evertill "$account"
        fi
    done
fi
mkdir -p /var/lib/evertill
chown root:evertill /var/lib/evertill
# The files in it belong to whom made them and to the group.
chmod 2770 /var/lib/evertill
