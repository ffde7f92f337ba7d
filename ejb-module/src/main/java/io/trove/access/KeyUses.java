package io.trove.access;

import io.trove.ledger.Ledger;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/** Keeps when API keys were last used: each at most once in ten minutes, because each request would cost a write. */
@ApplicationScoped
class KeyUses {

    private static final System.Logger LOG = System.getLogger("io.trove.access");
    private static final Duration COARSE = Duration.ofMinutes(10);
    private static final int REMEMBERED_MAX = 10_000;

    private static final String UPDATE = """
            UPDATE key_use
               SET used_at = ?
             WHERE ledger_id = ?
               AND key_id = ?""";

    private static final String INSERT = """
            INSERT INTO key_use
                   (used_at, ledger_id, key_id)
            VALUES (?, ?, ?)""";

    @Resource(lookup = "jdbc/trove", shareable = false)
    private DataSource source;

    private final Remembered<String, Boolean> recent = new Remembered<>(Clock.systemUTC(), COARSE, REMEMBERED_MAX);

    void used(Ledger home, String keyId) {
        if (recent.find(keyId).isPresent()) {
            return;
        }
        recent.keep(keyId, true);
        try (Connection connection = source.getConnection()) {
            if (write(connection, UPDATE, home, keyId) == 0) {
                write(connection, INSERT, home, keyId);
            }
        } catch (SQLException unwritten) {
            LOG.log(Level.DEBUG, "The use of the key " + keyId + " was not noted, which keeps nobody out", unwritten);
        }
    }

    private static int write(Connection connection, String sql, Ledger home, String keyId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
            statement.setLong(2, home.id().value());
            statement.setString(3, keyId);
            return statement.executeUpdate();
        }
    }
}
