package io.trove.query;

import io.trove.access.Sight;
import io.trove.access.TestSight;
import io.trove.filter.Filter;
import io.trove.ledger.Database;
import io.trove.ledger.TestLedger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets tests of other packages read as {@link Query} does. */
public final class TestReading {

    private TestReading() {}

    /** Reads on from the newest event of what a sight shows until there are so many; how many reads that took. */
    public static int whole(Database kind, Connection connection, TestLedger ledger, Sight sight, int limit)
            throws SQLException {
        long ceiling = ledger.size();
        long from = Long.MAX_VALUE;
        int found = 0;
        for (int reads = 1; ; reads++) {
            Stretch page = Reading.read(
                    kind.tables(connection, ledger.ledger().id()),
                    sight,
                    Filter.all(),
                    Order.DESC,
                    from,
                    ceiling,
                    Amount.page(limit - found));
            found += page.items().size();
            from = page.decided();
            if (found == limit) {
                return reads;
            }
            if (page.ended()) {
                throw new IllegalStateException("Only " + found + " of " + limit + " are shown");
            }
        }
    }

    /** Reads the first page of what a filter means; how many positions were looked at for it. */
    public static long page(
            Database kind,
            Connection connection,
            TestLedger ledger,
            Map<String, List<String>> filter,
            boolean newestFirst,
            int limit)
            throws SQLException {
        return Reading.read(
                        kind.tables(connection, ledger.ledger().id()),
                        TestSight.everything(ledger.ledger()),
                        Filter.of(filter, Set.of()),
                        newestFirst ? Order.DESC : Order.ASC,
                        newestFirst ? Long.MAX_VALUE : -1,
                        ledger.size(),
                        Amount.page(limit))
                .scanned();
    }

    /** What is done with the bytes of an event that was read. */
    public interface Use {
        void of(byte[] document);
    }

    /** Reads every event of a ledger, as an export does; how many bytes they have. */
    public static long all(Database kind, Connection connection, TestLedger ledger, Use use) throws SQLException {
        long bytes = 0;
        long after = -1;
        boolean ended = false;
        while (!ended) {
            Stretch stretch = Reading.read(
                    kind.tables(connection, ledger.ledger().id()),
                    TestSight.everything(ledger.ledger()),
                    Filter.all(),
                    Order.ASC,
                    after,
                    ledger.size(),
                    Amount.portion(512));
            for (Found each : stretch.items()) {
                bytes += each.document().length;
                use.of(each.document());
            }
            after = stretch.decided();
            ended = stretch.ended();
        }
        return bytes;
    }
}
