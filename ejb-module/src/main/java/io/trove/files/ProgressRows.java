package io.trove.files;

import io.trove.ledger.Ledger;
import java.util.Optional;
import java.util.OptionalLong;

/** The rows of verifications, one a ledger: only who holds the lease writes it. */
final class ProgressRows {

    private static final String FIND = """
            SELECT requested_by,
                   started_at,
                   ended_at,
                   below,
                   at_position,
                   at_file,
                   verified,
                   skipped,
                   drifted
              FROM file_verification
             WHERE ledger_id = ?""";

    private static final String NEW = """
            INSERT INTO file_verification (
                   requested_by, started_at, ended_at, below, at_position, at_file, verified, skipped, drifted, ledger_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String MOVE = """
            UPDATE file_verification
               SET requested_by = ?,
                   started_at = ?,
                   ended_at = ?,
                   below = ?,
                   at_position = ?,
                   at_file = ?,
                   verified = ?,
                   skipped = ?,
                   drifted = ?
             WHERE ledger_id = ?""";

    private final Sql sql;

    ProgressRows(Sql sql) {
        this.sql = sql;
    }

    Optional<Progress> find(Ledger ledger) {
        return sql
                .select(
                        row -> {
                            long endedAt = row.getLong(3);
                            boolean isOpen = row.wasNull();
                            return new Progress(
                                    row.getString(1),
                                    row.getLong(2),
                                    isOpen ? OptionalLong.empty() : OptionalLong.of(endedAt),
                                    row.getLong(4),
                                    row.getLong(5),
                                    row.getString(6),
                                    row.getLong(7),
                                    row.getLong(8),
                                    row.getLong(9));
                        },
                        FIND,
                        ledger.id().value())
                .stream()
                .findFirst();
    }

    void keep(Ledger ledger, Progress progress) {
        Object[] values = {
            progress.requestedBy(),
            progress.startedAt(),
            progress.endedAt().isPresent() ? progress.endedAt().getAsLong() : null,
            progress.below(),
            progress.atPosition(),
            progress.atFile(),
            progress.verified(),
            progress.skipped(),
            progress.drifted(),
            ledger.id().value()
        };
        if (sql.update(MOVE, values) == 0) {
            sql.insert(NEW, values);
        }
    }
}
