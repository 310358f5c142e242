# Read by the maintainer scripts of both kinds of package; may run any number of times.
if ! getent passwd evertill-central > /dev/null; then
    useradd --system --user-group --no-create-home --home-dir /var/lib/evertill-central --shell /usr/sbin/nologin evertill-central
fi
mkdir -p /var/lib/evertill-central
chown evertill-central:evertill-central /var/lib/evertill-central
chmod 0750 /var/lib/evertill-central
# The address of a database may have a password in it.
chown root:evertill-central /etc/evertill-central /etc/evertill-central/central.properties
chmod 0750 /etc/evertill-central
chmod 0640 /etc/evertill-central/central.properties
