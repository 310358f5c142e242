package io.evertill.inventory;

import io.evertill.db.CentreOn;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The tables of the centre that was opened last, behind the program's back.
public record BackDoor(String url) {
    public static BackDoor of(CentreOn on, Path folder) {
        return new BackDoor(on.address(folder));
    }

    /// Changes something.
    ///
    /// @return how many rows
    public int change(String statement) {
        try (Connection connection = DriverManager.getConnection(url); Statement sql = connection.createStatement()) {
            if (url.startsWith("jdbc:sqlite:")) {
                sql.execute("PRAGMA busy_timeout = 10000");
            }
            return sql.executeUpdate(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Every row of an answer as text.
    public List<String> rows(String query) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement sql = connection.createStatement();
                ResultSet result = sql.executeQuery(query)) {
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    Object cell = result.getObject(column);
                    cells.add(cell instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(cell));
                }
                rows.add(String.join("|", cells));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The levels, the exceptions and the average costs: what a rebuild computes anew.
    public List<String> computed() {
        List<String> computed = rows("SELECT * FROM level ORDER BY branch, product, place, lot");
        computed.addAll(rows("SELECT * FROM stock_exception ORDER BY branch, exception"));
        computed.addAll(rows("SELECT * FROM product_cost ORDER BY branch, product"));
        return computed;
    }
}
