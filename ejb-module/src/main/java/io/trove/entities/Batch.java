package io.trove.entities;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Rows that a statement writes together, a few megabytes of them at a time: a driver keeps what it has not sent. */
final class Batch {

    private static final long BYTES_ENOUGH = 4L << 20;

    private final PreparedStatement write;
    private long bytes;

    Batch(PreparedStatement write) {
        this.write = write;
    }

    /** The row that is set, with a large column of so many bytes. */
    void add(int length) throws SQLException {
        write.addBatch();
        bytes += length;
        if (bytes >= BYTES_ENOUGH) {
            send();
        }
    }

    void send() throws SQLException {
        write.executeBatch();
        bytes = 0;
    }
}
