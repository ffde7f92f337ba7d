package io.trove.crypto;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Compare and set by a primary key: the first insert wins, and whoever comes later is told so. */
final class Constraints {

    private static final String DUPLICATE = "23505";

    private Constraints() {}

    /** Inserts the row and says so, or leaves the one that has its key. */
    static boolean insertUnlessThere(Connection connection, String insert, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
            return true;
        } catch (SQLException failed) {
            if (DUPLICATE.equals(failed.getSQLState())) {
                return false;
            }
            throw failed;
        }
    }
}
