import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;

/// The least that a Java till has to do before it understands a scan: open its file and read a row.
public final class BareStart {
    private BareStart() {}

    /// Reads.
    ///
    /// @param arguments the ledger's file; a SKU
    public static void main(String[] arguments) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
                PreparedStatement find = connection.prepareStatement("SELECT name FROM product WHERE sku = ?")) {
            find.setString(1, arguments[1]);
            try (ResultSet row = find.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("the row is not there");
                }
            }
        }
    }
}
