package io.evertill.central.tls;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/// Names and addresses of machines.
public final class HostNames {
    private static final int NAME_LENGTH_MAX = 253;
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

    private HostNames() {}

    /// What this machine is called and where it is reached, itself included: names and addresses, in no promised order.
    public static Set<String> ofThisMachine() {
        Set<String> names = new LinkedHashSet<>();
        try {
            String name = InetAddress.getLocalHost().getHostName();
            if (isName(name)) {
                names.add(name.toLowerCase(Locale.ROOT));
            }
        } catch (UnknownHostException _) {
            // It has no name that it knows; its addresses are enough.
        }
        try {
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    // Addresses of version 6 change daily where privacy is on; who calls by one names it.
                    .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .map(address -> plain(address.getHostAddress()))
                    .forEach(names::add);
        } catch (SocketException _) {
            // The system tells no addresses; a name must do.
        }
        names.add("localhost");
        names.add("127.0.0.1");
        names.add(plain("::1"));
        return names;
    }

    /// Whether a text can stand in a certificate as a name or an address.
    public static boolean isName(String text) {
        return isAddress(text)
                || (text.length() <= NAME_LENGTH_MAX && !text.matches("[0-9.]*") && text.matches(LABEL + "(\\." + LABEL + ")*"));
    }

    /// Whether a text is an address and no name.
    static boolean isAddress(String text) {
        return (text.matches("[0-9.]+") || text.contains(":")) && isLiteral(text);
    }

    /// A name in lower case, an address in the one form in which it is compared.
    static String plain(String host) {
        String text = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        int zone = text.indexOf('%');
        String bare = zone < 0 ? text : text.substring(0, zone);
        return isAddress(bare) ? InetAddress.ofLiteral(bare).getHostAddress() : bare.toLowerCase(Locale.ROOT);
    }

    private static boolean isLiteral(String text) {
        try {
            return !InetAddress.ofLiteral(text).getHostAddress().isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
