package io.trove.console;

import io.trove.access.Access;
import io.trove.access.Demo;
import io.trove.access.Permission;
import io.trove.event.Json;
import io.trove.event.Times;
import io.trove.integrity.Auditing;
import io.trove.integrity.Checkpoints;
import io.trove.integrity.Signed;
import io.trove.ledger.Head;
import io.trove.ledger.Ledgers;
import io.trove.query.Beat;
import io.trove.query.PageRequest;
import io.trove.query.Pulse;
import io.trove.query.Query;
import io.trove.query.Statistics;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** How a ledger is: how fast it grows and of what, its newest events, and the next step when there are none. */
@Named
@RequestScoped
public class Home {
    private static final int NEWEST = 20;
    private static final int BEATS = 48;
    private static final String CREATED = "created";

    @Inject
    private Chosen chosen;

    @Inject
    private Told told;

    @Inject
    private Access access;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Query query;

    @Inject
    private Pulse pulse;

    @Inject
    private Checkpoints checkpoints;

    @Inject
    private Auditing auditing;

    @Inject
    private Demo demo;

    @Inject
    private HttpServletRequest request;

    private Head head;
    private Statistics statistics;
    private List<EventLine> newest;
    private Pulse.Told beats;
    private boolean isCounted;
    private boolean dated;
    private Signed signed;
    private List<AuditLine> audits = List.of();

    @PostConstruct
    void look() {
        var ledger = chosen.getLedger();
        var sight = chosen.sight();
        head = ledgers.head(ledger);
        isCounted = sight.isEverything();
        if (isCounted) {
            statistics = query.statistics(sight);
        }
        newest = query.page(sight, PageRequest.newest(NEWEST)).items().stream()
                .map(found -> EventLine.of(found, ledger.name()))
                .toList();
        dated = pulse.tellsCreated(sight);
        beats = isCreated()
                ? pulse.created(sight, since(), time("until"), BEATS)
                : pulse.of(sight, since(), time("until"), BEATS);
        if (isProving()) {
            signed = checkpoints.newest(ledger);
        }
        if (isAuditor()) {
            audits = auditing.newest(ledger, 1).stream().map(AuditLine::of).toList();
        }
    }

    private OptionalLong since() {
        var last = chosen.parameter("last");
        return last.matches("[1-9][0-9]{0,3}")
                ? OptionalLong.of(Times.micros(Instant.now().minus(Duration.ofHours(Long.parseLong(last)))))
                : time("since");
    }

    /** What is no time is as if it were not said: the whole is shown. */
    private OptionalLong time(String name) {
        try {
            var text = chosen.parameter(name);
            return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Times.micros(text));
        } catch (DateTimeException notATime) {
            return OptionalLong.empty();
        }
    }

    /** Whether the figures are there at once: of a narrowed sight they are counted from its events, and come after the page. */
    public boolean isCounted() {
        return isCounted;
    }

    public long getSize() {
        return statistics.size();
    }

    /** The first position that is not shown yet. */
    public long getHead() {
        return head.size();
    }

    public String getLastRecorded() {
        return Times.text(head.recordedAtMicros());
    }

    /** Events a second, of late. */
    public String getRate() {
        return String.format(Locale.ROOT, "%.2f", statistics.rates().lastMinute());
    }

    /** How many bytes the documents have, as far as they were counted. */
    public long getBytes() {
        return Math.round(statistics.averageBytes() * statistics.counted());
    }

    public List<EventLine> getNewest() {
        return newest;
    }

    public boolean isProving() {
        return chosen.may(Permission.PROOF_READ.text());
    }

    public boolean isAuditor() {
        return chosen.may(Permission.PROOF_AUDIT.text());
    }

    public String getSignedAt() {
        return Times.text(signed.signedAtMicros());
    }

    public long getSignedSize() {
        return signed.checkpoint().size();
    }

    public List<AuditLine> getAudits() {
        return audits;
    }

    /** What the chart draws, as JSON: when each beat begins and ends, and how many events of which type it has. */
    public String getBeats() {
        return Json.array(beats.beats().stream().map(Home::members).toList()).toString();
    }

    private static Map<String, Object> members(Beat beat) {
        return Map.of(
                "from",
                Times.text(beat.fromMicros()),
                "to",
                Times.text(Math.min(beat.toMicros(), Times.MICROS_MAX)),
                "byType",
                beat.byType());
    }

    public String getLast() {
        return chosen.parameter("last");
    }

    /** Whether the picture can be had by the times that events give for themselves. */
    public boolean isDated() {
        return dated;
    }

    /** Whether it is drawn by those, and not by when they were recorded. */
    public boolean isCreated() {
        return dated && chosen.parameter("by").equals(CREATED);
    }

    /** Where this page is with another picture: of so many hours, or of all of the time. */
    public Address since(String hours) {
        return chosen.to("home").with("by", isCreated() ? CREATED : "").with("last", hours);
    }

    /** Where it is with the picture by the other times. */
    public Address by(boolean created) {
        return chosen.to("home").with("by", created ? CREATED : "").with("last", getLast());
    }

    /** Whether a part of the time is shown that was cut out of the whole. */
    public boolean isZoomed() {
        return time("since").isPresent();
    }

    /** Nobody recorded anything yet: the ledger's own beginning is all there is. */
    public boolean isFresh() {
        return chosen.isWritable() && head.size() <= 1;
    }

    public String getApi() {
        return chosen.getApi() + "/events";
    }

    /** Whether the caller may fill the demo organization, and nobody did. */
    public boolean isDemoWanted() {
        return access.permissions(chosen.getCaller(), Demo.LEDGER)
                        .containsAll(List.of(Permission.SCHEMAS_WRITE, Permission.EVENTS_APPEND_AS))
                && !demo.isFilled();
    }

    public void fillDemo() {
        told.done(
                () -> demo.fill(chosen.getCaller()),
                "The demo organization has something to look at now.",
                chosen.of(Demo.LEDGER).with("by", CREATED));
    }

    /** A command that works when pasted into a terminal. */
    public String getAppendCommand() {
        return """
                curl -u %s %s%s \\
                  -H 'Content-Type: application/json' \\
                  -d '{"type": "document.uploaded", "entity": {"id": "doc-1"}, "payload": {"title": "Annual Report"}}'""".formatted(chosen.getCaller().id(), root(), getApi());
    }

    private String root() {
        var url = request.getRequestURL();
        return url.substring(0, url.length() - request.getRequestURI().length());
    }
}
