package io.trove.integrity;

import io.trove.evidence.AddCheckpoint;
import io.trove.evidence.Checkpoint;
import io.trove.evidence.NoteKey;
import io.trove.evidence.SignedNote;
import io.trove.filter.Tables;
import io.trove.merkle.ProofInvalid;
import io.trove.merkle.Proofs;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The logs that this installation watches: of each the newest checkpoint that it cosigned, moved by compare-and-set. */
final class WitnessedLogs {

    private static final String NEWEST = """
            SELECT note
              FROM witnessed
             WHERE ledger_id = ?
               AND origin = ?""";

    private static final String FIRST = """
            INSERT INTO witnessed (note, tree_size, ledger_id, origin)
            VALUES (?, ?, ?, ?)""";

    private static final String NEXT = """
            UPDATE witnessed
               SET note = ?,
                   tree_size = ?
             WHERE ledger_id = ?
               AND origin = ?
               AND tree_size = ?""";

    private final Tables tables;
    private final List<NoteKey> logs;

    WitnessedLogs(Tables tables, List<NoteKey> logs) {
        this.tables = tables;
        this.logs = logs;
    }

    /** Takes a checkpoint as the newest of its log; the size that is the newest instead, when it is not the next one. */
    Optional<Long> take(AddCheckpoint request) throws SQLException {
        Checkpoint checkpoint = Checkpoint.of(request.note());
        requireSigned(request.note(), checkpoint.origin());
        if (request.oldSize() > checkpoint.size()) {
            throw WitnessRefused.malformed("The old size %d is larger than the checkpoint's %d"
                    .formatted(request.oldSize(), checkpoint.size()));
        }
        Optional<Checkpoint> newest = newest(checkpoint.origin());
        long size = newest.map(Checkpoint::size).orElse(0L);
        if (request.oldSize() != size || isAnother(newest, checkpoint)) {
            return Optional.of(size);
        }
        requireContinued(newest, checkpoint, request.proof());
        return keep(request.note(), checkpoint, newest)
                ? Optional.empty()
                : newest(checkpoint.origin()).map(Checkpoint::size);
    }

    private static boolean isAnother(Optional<Checkpoint> newest, Checkpoint checkpoint) {
        return newest.isPresent()
                && newest.get().size() == checkpoint.size()
                && !Arrays.equals(newest.get().root(), checkpoint.root());
    }

    private void requireSigned(SignedNote note, String origin) {
        List<NoteKey> keys =
                logs.stream().filter(log -> log.name().equals(origin)).toList();
        if (keys.isEmpty()) {
            throw WitnessRefused.unknown(origin);
        }
        if (keys.stream().noneMatch(note::isSignedBy)) {
            throw WitnessRefused.unsigned(origin);
        }
    }

    private static void requireContinued(Optional<Checkpoint> newest, Checkpoint next, List<byte[]> proof) {
        try {
            if (newest.isPresent() && newest.get().size() > 0) {
                Proofs.consistency(
                        newest.get().size(), next.size(), proof, newest.get().root(), next.root());
            } else if (!proof.isEmpty()) {
                throw WitnessRefused.inconsistent("a proof from nothing is empty");
            }
        } catch (ProofInvalid invalid) {
            throw WitnessRefused.inconsistent(invalid.getMessage());
        }
    }

    private boolean keep(SignedNote note, Checkpoint next, Optional<Checkpoint> newest) throws SQLException {
        try (PreparedStatement write = tables.connection().prepareStatement(newest.isPresent() ? NEXT : FIRST)) {
            write.setString(1, note.print());
            write.setLong(2, next.size());
            write.setLong(3, tables.ledger());
            write.setString(4, next.origin());
            if (newest.isPresent()) {
                write.setLong(5, newest.get().size());
            }
            return write.executeUpdate() == 1;
        } catch (SQLException failure) {
            if (String.valueOf(failure.getSQLState()).startsWith("23")) {
                return false;
            }
            throw failure;
        }
    }

    private Optional<Checkpoint> newest(String origin) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(NEWEST)) {
            select.setLong(1, tables.ledger());
            select.setString(2, origin);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(Checkpoint.of(SignedNote.parse(row.getString(1)))) : Optional.empty();
            }
        }
    }
}
