package io.trove.ledger;

import io.trove.crypto.Seeds;
import io.trove.event.Defaults;
import io.trove.event.Draft;
import io.trove.event.Flakes;
import io.trove.event.Json;
import io.trove.event.Pending;
import io.trove.event.Records;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Makes a ledger: its row in the directory, its head, and {@code ledger.created} at position 0, in one transaction. */
final class Genesis {

    private static final int UID_BYTES = 16;
    private static final String CREATED = "ledger.created";

    /** Also of ledgers that are removed: a number is never used again. */
    private static final String NEXT_ID = """
            SELECT COALESCE(MAX(known.id), 0) + 1
              FROM (SELECT ledger_id AS id FROM ledger
                     UNION ALL
                    SELECT removed_id AS id FROM ledger_removal) AS known""";

    private static final String LEDGER = """
            INSERT INTO ledger (ledger_id, uid, organization, environment, origin, created_at)
            VALUES (?, ?, ?, ?, ?, ?)""";

    private static final String HEAD = """
            INSERT INTO ledger_head (ledger_id, rules, size, recorded_at, settings_version, epoch)
            VALUES (?, ?, 0, 0, 0, 0)""";

    private final Storage storage;
    private final Flakes flakes;
    private final Seeds seeds;
    private final Consumer<Appending> contributors;

    Genesis(Storage storage, Flakes flakes, Seeds seeds, Consumer<Appending> contributors) {
        this.storage = storage;
        this.flakes = flakes;
        this.seeds = seeds;
        this.contributors = contributors;
    }

    /** Makes the ledger, one at a time on this server; empty-handed when one of this name or number came to be in the meantime. */
    synchronized Optional<Ledger> create(LedgerName name, String origin, String publicKey) {
        String uid = HexFormat.of().formatHex(seeds.next(), 0, UID_BYTES);
        try (Connection connection = storage.source().getConnection()) {
            return Optional.of(Transaction.run(connection, () -> {
                var ledger = new Ledger(nextId(connection), name, uid, origin + "/" + uid);
                long now = storage.nowMicros();
                insert(connection, ledger, now);
                first(connection, ledger, now, publicKey);
                return ledger;
            }));
        } catch (SQLException failure) {
            if (SqlFailure.of(failure) == SqlFailure.DUPLICATE) {
                return Optional.empty();
            }
            throw StoreUnavailable.nothingWritten(failure);
        }
    }

    private static LedgerId nextId(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEXT_ID);
                ResultSet row = select.executeQuery()) {
            row.next();
            return new LedgerId(row.getLong(1));
        }
    }

    private static void insert(Connection connection, Ledger ledger, long nowMicros) throws SQLException {
        try (PreparedStatement directory = connection.prepareStatement(LEDGER);
                PreparedStatement head = connection.prepareStatement(HEAD)) {
            directory.setLong(1, ledger.id().value());
            directory.setString(2, ledger.uid());
            directory.setString(3, ledger.name().organization());
            directory.setString(4, ledger.name().environment());
            directory.setString(5, ledger.origin());
            directory.setLong(6, nowMicros);
            directory.executeUpdate();
            head.setLong(1, ledger.id().value());
            head.setInt(2, Records.RULES);
            head.executeUpdate();
        }
    }

    private void first(Connection connection, Ledger ledger, long now, String publicKey) throws SQLException {
        Placed created = place(ledger, now, publicKey);
        var rows = new WriteSet();
        rows.add(EventTable.row(created));
        var appending = new Appending(ledger, Head.BEGINNING, List.of(created), rows, (from, to) -> List.of());
        contributors.accept(appending);
        Head after = Head.BEGINNING.after(1, now, appending.tree());
        storage.writer().write(connection, ledger.id(), Head.BEGINNING, after, rows);
    }

    private Placed place(Ledger ledger, long now, String publicKey) {
        Draft draft = Draft.of(Json.object(Map.of(
                "type", CREATED,
                "schema", Map.of("id", CREATED, "version", "1"),
                "entity", Map.of("type", "ledger", "id", ledger.uid()),
                "payload",
                        Map.of(
                                "uid", ledger.uid(),
                                "name", ledger.name().toString(),
                                "origin", ledger.origin(),
                                "rules", Records.RULES,
                                "publicKey", publicKey))));
        Caller trove = Caller.trove();
        Pending event = draft.complete(new Defaults(
                ledger.uid(),
                flakes::next,
                Instant.EPOCH.plus(now, ChronoUnit.MICROS),
                "trove",
                trove.actor(),
                Optional.empty(),
                Optional.empty(),
                seeds.next()));
        return new Placed(0, event, OptionalLong.of(1), now, event.keep(1, now));
    }
}
