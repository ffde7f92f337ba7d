package io.trove.crypto;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** Keys that all servers of an installation share through the database; each is made by whoever asks for it first. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Secrets {

    private static final String READ = """
            SELECT content
            FROM secret
            WHERE name = ?
            """;
    private static final String KEEP = """
            INSERT INTO secret (name, content)
            VALUES (?, ?)
            """;

    private final Map<String, MacKey> remembered = new ConcurrentHashMap<>();

    @Resource(lookup = "jdbc/trove", shareable = false)
    DataSource database;

    @Inject
    Seeds seeds;

    /** The key of this name: the same on every server and after every start. */
    public MacKey key(String name) {
        return remembered.computeIfAbsent(name, this::shared);
    }

    private MacKey shared(String name) {
        try (Connection connection = database.getConnection()) {
            Optional<MacKey> kept = read(connection, name);
            if (kept.isPresent()) {
                return kept.get();
            }
            Constraints.insertUnlessThere(connection, KEEP, name, seeds.next());
            return read(connection, name).orElseThrow();
        } catch (SQLException failed) {
            throw new SecretUnread(failed);
        }
    }

    private static Optional<MacKey> read(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new MacKey(row.getBytes(1))) : Optional.empty();
            }
        }
    }
}
