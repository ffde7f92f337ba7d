package io.trove.jobs;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What a stride came to: where the task is now, how much of it is done, and whether that is all.
 *
 * @param rests whether it is of no use to go on at once
 * @param writes what is written together with that, or not at all
 */
record Stride(Mark mark, long done, boolean ended, boolean rests, Writes writes) {

    /** Rows that belong to a stride. */
    interface Writes {
        void on(Connection connection) throws SQLException;
    }

    /** One that writes nothing but where it is. */
    static Stride to(Mark mark, long done, boolean ended) {
        return new Stride(mark, done, ended, false, connection -> {});
    }

    /** One that wrote nothing, and waits for something that is done elsewhere. */
    static Stride resting(Mark mark, long done) {
        return new Stride(mark, done, false, true, connection -> {});
    }
}
