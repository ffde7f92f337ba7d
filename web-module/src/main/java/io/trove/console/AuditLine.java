package io.trove.console;

import io.trove.event.Times;
import io.trove.integrity.AuditReport;
import java.util.List;

/** An audit as a page tells it. */
public record AuditLine(
        long id,
        String state,
        String tone,
        String verdict,
        String requestedBy,
        String startedAt,
        String endedAt,
        long size,
        long at,
        long count,
        List<FindingLine> findings) {

    /** So many findings are shown; the rest is counted, and in the API's answer. */
    public static final int FINDINGS_MAX = 100;

    /** Something that disagrees; {@code position} is empty when it is about no one event. */
    public record FindingLine(String position, String subject, String field, String sentence) {}

    static AuditLine of(AuditReport report) {
        return new AuditLine(
                report.id(),
                report.state().name(),
                tone(report),
                verdict(report),
                report.requestedBy(),
                Times.text(report.startedAtMicros()),
                report.endedAtMicros().isPresent()
                        ? Times.text(report.endedAtMicros().getAsLong())
                        : "",
                report.size(),
                report.at(),
                report.count(),
                report.disagreements().stream()
                        .limit(FINDINGS_MAX)
                        .map(each -> new FindingLine(
                                each.position().isPresent()
                                        ? Long.toString(each.position().getAsLong())
                                        : "",
                                each.subject(),
                                each.field(),
                                each.sentence()))
                        .toList());
    }

    private static String tone(AuditReport report) {
        if (report.count() > 0) {
            return "bad";
        }
        return switch (report.state()) {
            case RUNNING -> "busy";
            case INTERRUPTED -> "weak";
            case FINISHED -> "good";
        };
    }

    /** What it came to where nothing disagrees; what does is counted. */
    private static String verdict(AuditReport report) {
        return switch (report.state()) {
            case RUNNING -> "running";
            case INTERRUPTED -> "interrupted";
            case FINISHED -> "all agrees";
        };
    }

    /** Whether it may still find something. */
    public boolean isRunning() {
        return state.equals(AuditReport.State.RUNNING.name());
    }

    public boolean isInterrupted() {
        return state.equals(AuditReport.State.INTERRUPTED.name());
    }
}
