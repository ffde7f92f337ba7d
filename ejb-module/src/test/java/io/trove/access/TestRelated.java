package io.trove.access;

import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.Ledger;
import java.sql.Connection;
import java.sql.SQLException;

/** What rules ask of entities, of a real database without a container. */
final class TestRelated {

    private TestRelated() {}

    static Related in(Database kind, FreshDatabase database, Ledger ledger, long below) {
        return new Related(
                reading -> {
                    try (Connection connection = database.source().getConnection()) {
                        return reading.from(kind.tables(connection, ledger.id()));
                    } catch (SQLException failure) {
                        throw new IllegalStateException(failure);
                    }
                },
                below);
    }
}
