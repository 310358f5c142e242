package io.evertill.central.office;

import io.evertill.db.Database;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;

/// Where a centre keeps its ledger and where it listens.
///
/// @param folder its data folder: the database file unless there is another database, the lock, the snapshots; empty for a
///     centre that has everything on a database server, and then snapshots go to a temporary folder
/// @param database the address of a PostgreSQL database, `jdbc:postgresql://…`; empty for a file in the folder
/// @param bind the address that it listens on
/// @param port the port that it listens on, 0 for any that is free
/// @param lanes in how many lanes requests to reserve wait, by what they want, 0 to 64; 0 for one crowd
/// @param tls how it proves who it is
public record Settings(Optional<Path> folder, Optional<String> database, String bind, int port, int lanes, TlsSettings tls) {
    /// Listens on this machine only.
    public static final String BIND_USUALLY = "127.0.0.1";
    /// The port unless another is chosen.
    public static final int PORT_USUALLY = 8480;

    /// The lanes unless another number is chosen.
    public static final int LANES_USUALLY = 16;

    private static final int LANES_MAX = 64;
    private static final int PORT_MAX = 65_535;

    /// Refuses a centre without a place for its ledger, and a port that is none.
    public Settings {
        if (folder.isEmpty() && database.isEmpty()) {
            throw new Refusal(Refusal.Kind.USAGE,
                    "Say where the centre keeps its ledger: --data FOLDER, or --db jdbc:postgresql://…");
        }
        database.filter(url -> !url.startsWith("jdbc:postgresql:") && !Database.isInMemory(url)).ifPresent(_ -> {
            throw new Refusal(Refusal.Kind.USAGE, "The database address begins with jdbc:postgresql:, such as"
                    + " jdbc:postgresql://host/name. For a file, use --data FOLDER.");
        });
        if (port < 0 || port > PORT_MAX) {
            throw new Refusal(Refusal.Kind.USAGE, "A port is a number from 1 to " + PORT_MAX + ", or 0 for any: " + port);
        }
        if (lanes < 0 || lanes > LANES_MAX) {
            throw new Refusal(Refusal.Kind.USAGE, "There are 0 to " + LANES_MAX + " lanes, not " + lanes + ".");
        }
    }

    /// The same with the usual number of lanes, and without a word about TLS.
    public Settings(Optional<Path> folder, Optional<String> database, String bind, int port) {
        this(folder, database, bind, port, LANES_USUALLY, TlsSettings.NONE);
    }

    /// A centre with everything in one folder.
    public static Settings in(Path folder) {
        return new Settings(Optional.of(folder), Optional.empty(), BIND_USUALLY, PORT_USUALLY);
    }

    /// A centre on a PostgreSQL database.
    public static Settings on(String database) {
        return new Settings(Optional.empty(), Optional.of(database), BIND_USUALLY, PORT_USUALLY);
    }

    /// The same on another port; 0 for any that is free.
    public Settings withPort(int number) {
        return new Settings(folder, database, bind, number, lanes, tls);
    }

    /// The same on another address.
    public Settings withBind(String address) {
        return new Settings(folder, database, address, port, lanes, tls);
    }

    /// The same with another number of lanes.
    public Settings withLanes(int number) {
        return new Settings(folder, database, bind, port, number, tls);
    }

    /// The same with another way to prove who it is.
    public Settings withTls(TlsSettings other) {
        return new Settings(folder, database, bind, port, lanes, other);
    }

    /// Whether it speaks TLS: beyond this machine always, on it where somebody asks for it.
    ///
    /// @throws Refusal when this machine has no such address
    public boolean isSecure() {
        try {
            InetAddress address = InetAddress.getByName(bind);
            if (!address.isAnyLocalAddress() && Optional.ofNullable(NetworkInterface.getByInetAddress(address)).isEmpty()) {
                throw nowhere();
            }
            return tls.isAsked() || !address.isLoopbackAddress();
        } catch (UnknownHostException | SocketException _) {
            throw nowhere();
        }
    }

    private Refusal nowhere() {
        return new Refusal(Refusal.Kind.USAGE, "There is no address " + bind + " on this machine. Use --bind " + BIND_USUALLY
                + " for this machine alone, 0.0.0.0 for the network.");
    }
}
