package io.trove.jobs;

import io.trove.event.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** A task of a job: the map of the table that {@link TaskTable} and {@link Terms} write. */
@Entity
@Table(name = "job_task")
@IdClass(TaskRow.Key.class)
class TaskRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    @Column(name = "job_id")
    private long jobId;

    @Id
    @Column(name = "task")
    private long task;

    @Column(name = "phase")
    private long phase;

    @Column(name = "mark")
    private byte[] mark;

    @Column(name = "done")
    private long done;

    @Column(name = "total")
    private long total;

    @Column(name = "ended_at")
    private Long endedAt;

    @Column(name = "holder")
    private String holder;

    @Column(name = "fence")
    private long fence;

    @Column(name = "expires_at")
    private long expiresAt;

    boolean isOf(Task kept, String by) {
        return phase == kept.phase()
                && Json.parse(mark).equals(kept.mark().json())
                && done == kept.done()
                && total == kept.total()
                && (endedAt == null) == kept.isOpen()
                && holder.equals(by)
                && fence == kept.fence()
                && expiresAt > 0;
    }

    /** The key of a row. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long ledgerId;
        private long jobId;
        private long task;

        Key() {}

        Key(long ledgerId, long jobId, long task) {
            this.ledgerId = ledgerId;
            this.jobId = jobId;
            this.task = task;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && ledgerId == that.ledgerId && jobId == that.jobId && task == that.task;
        }

        @Override
        public int hashCode() {
            return Objects.hash(ledgerId, jobId, task);
        }
    }
}
