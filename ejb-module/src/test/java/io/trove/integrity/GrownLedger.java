package io.trove.integrity;

import io.trove.filter.Tables;
import io.trove.ledger.Append;
import io.trove.ledger.Appending;
import io.trove.ledger.Bounds;
import io.trove.ledger.Compared;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.Store;
import io.trove.ledger.TestLedger;
import io.trove.links.TestLinks;
import io.trove.query.TestIndexing;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** A ledger over a real database whose tree grows with it, and a key that signs it. */
final class GrownLedger implements AutoCloseable {

    private final Database kind;
    private final FreshDatabase database;
    private final TestLedger ledger;
    private final TestKeys keys;

    private GrownLedger(Database kind, FreshDatabase database, TestLedger ledger, TestKeys keys) {
        this.kind = kind;
        this.database = database;
        this.ledger = ledger;
        this.keys = keys;
    }

    static GrownLedger on(Database kind) throws GeneralSecurityException {
        return in(FreshDatabase.of(kind), kind);
    }

    /** Beside others in a database that is theirs too. */
    static GrownLedger in(FreshDatabase database, Database kind) throws GeneralSecurityException {
        return in(database, kind, new Growth()::grow);
    }

    /** Whose tree is grown so. */
    static GrownLedger in(FreshDatabase database, Database kind, Consumer<Appending> growth)
            throws GeneralSecurityException {
        TestLedger ledger = TestLedger.in(
                database.source(),
                Bounds.defaults(),
                TestIndexing.contributor().andThen(growth).andThen(TestLinks.contributor()),
                TestLinks.mentions());
        return new GrownLedger(kind, database, ledger, new TestKeys());
    }

    /** Grows to so many events, in requests of random sizes. */
    GrownLedger to(int size, Random random) {
        while (ledger.size() < size) {
            append(Math.min(1 + random.nextInt(400), (int) (size - ledger.size())));
        }
        return this;
    }

    void append(int events) {
        long from = ledger.size();
        var drafts = new ArrayList<io.trove.event.Draft>();
        for (int i = 0; i < events; i++) {
            drafts.add(TestLedger.draft("""
                    {"type": "document.uploaded", "schema": {"id": "document.uploaded", "version": "1.0"},
                     "entity": {"type": "document", "id": "doc-%d"}, "payload": {"title": "Annual Report", "page": %d},
                     "indexBy": {"author": "Jane Smith"}, "message": "a message"}""".formatted((from + i) % 50, from + i)));
        }
        ledger.append(Append.of(drafts));
    }

    /** Appends an event that is linked to another one. */
    void link() {
        ledger.append(TestLedger.request(
                null,
                "{\"type\":\"document.read\",\"links\":[{\"type\":\"reference\",\"targetEvent\":{\"id\":\"linked\"}}]}",
                "{\"type\":\"document.read\",\"id\":{\"id\":\"linked\"}}"));
    }

    TestLedger ledger() {
        return ledger;
    }

    FreshDatabase database() {
        return database;
    }

    /** Does something with the ledger's tables. */
    <T> T with(Store.Work<T> work) throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            return work.on(kind.tables(connection, ledger.ledger().id()));
        }
    }

    Signed sign(long nowMicros) throws SQLException {
        return sign(nowMicros, 0);
    }

    /** As the one who signs in this term. */
    Signed sign(long nowMicros, long term) throws SQLException {
        var signing = new Signing(this::signers, keys, term);
        return with(tables -> signing.sign(tables, ledger.ledger(), ledger::head, nowMicros));
    }

    /** Appends an event, and has another key sign what is behind it. */
    GrownLedger rotate() {
        keys.rotate(ledger.size());
        append(1);
        return this;
    }

    /** The keys that sign for the ledger. */
    LedgerKeys signers() {
        return LedgerKeys.of(ledger.ledger().origin(), keys.recorded());
    }

    TestKeys keys() {
        return keys;
    }

    Audit audit() {
        return new Audit(
                ledger.ledger(),
                signers(),
                List.of(TestIndexing.follows(), TestLinks.follows()),
                TestGrowth.NO_FILES,
                TestGrowth.hands(database.source(), kind, ledger.ledger()),
                Stretch.LENGTH,
                () -> 1_700_049_600_000_000L);
    }

    /** Changes its rows behind Trove's back. */
    int tamper(String sql) throws SQLException {
        return Compared.tamper(database, ledger.ledger(), sql);
    }

    /** Changes one byte of the document at a position. */
    void turn(long position, int index) throws SQLException {
        try (Connection connection = database.source().getConnection();
                var select =
                        connection.prepareStatement("SELECT document FROM event WHERE ledger_id = ? AND position = ?");
                var update = connection.prepareStatement(
                        "UPDATE event SET document = ? WHERE ledger_id = ? AND position = ?")) {
            select.setLong(1, ledger.ledger().id().value());
            select.setLong(2, position);
            byte[] document;
            try (var row = select.executeQuery()) {
                row.next();
                document = row.getBytes(1);
            }
            document[index] ^= 1;
            update.setBytes(1, document);
            update.setLong(2, ledger.ledger().id().value());
            update.setLong(3, position);
            update.executeUpdate();
        }
    }

    /** The root that the text of RFC 6962 gives for the digests that lie in the database. */
    static byte[] naiveRoot(Tables tables, int size) throws SQLException {
        try (var select = tables.connection()
                .prepareStatement("SELECT digest FROM event WHERE ledger_id = ? AND position < ? ORDER BY position")) {
            select.setLong(1, tables.ledger());
            select.setLong(2, size);
            var digests = new ArrayList<byte[]>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    digests.add(row.getBytes(1));
                }
            }
            return mth(digests);
        }
    }

    private static byte[] mth(List<byte[]> entries) {
        if (entries.size() == 1) {
            return sha256(new byte[] {0}, entries.get(0));
        }
        int k = Integer.highestOneBit(entries.size() - 1);
        return sha256(new byte[] {1}, mth(entries.subList(0, k)), mth(entries.subList(k, entries.size())));
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha256.update(part);
            }
            return sha256.digest();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
