package io.trove.jobs;

import io.trove.event.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** A job: the map of the table that {@link JobTable} writes. */
@Entity
@Table(name = "job")
@IdClass(JobRow.Key.class)
class JobRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    @Column(name = "job_id")
    private long jobId;

    @Column(name = "kind")
    private String kind;

    @Column(name = "state")
    private String state;

    @Column(name = "caller")
    private byte[] caller;

    @Column(name = "request")
    private byte[] request;

    @Column(name = "sight")
    private String sight;

    @Column(name = "ceiling")
    private long ceiling;

    @Column(name = "phase")
    private long phase;

    @Column(name = "started_at")
    private long startedAt;

    @Column(name = "ended_at")
    private Long endedAt;

    @Column(name = "resumed_at")
    private long resumedAt;

    @Column(name = "resumed_done")
    private long resumedDone;

    @Column(name = "why")
    private String why;

    boolean isOf(Job job) {
        return kind.equals(job.kind())
                && state.equals(job.state().text())
                && Job.read(Json.parse(caller)).equals(job.caller())
                && Json.parse(request).equals(job.request())
                && sight.equals(job.sight())
                && ceiling == job.ceiling()
                && phase == job.phase()
                && startedAt == job.startedAtMicros()
                && Objects.equals(
                        endedAt,
                        job.endedAtMicros().isPresent() ? job.endedAtMicros().getAsLong() : null)
                && resumedAt == job.resumedAtMicros()
                && resumedDone == job.resumedDone()
                && Objects.equals(why, job.why().orElse(null));
    }

    /** The key of a row. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long ledgerId;
        private long jobId;

        Key() {}

        Key(long ledgerId, long jobId) {
            this.ledgerId = ledgerId;
            this.jobId = jobId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && ledgerId == that.ledgerId && jobId == that.jobId;
        }

        @Override
        public int hashCode() {
            return Objects.hash(ledgerId, jobId);
        }
    }
}
