package io.trove.console;

import io.trove.access.Access;
import io.trove.access.Permission;
import io.trove.event.Times;
import io.trove.integrity.Auditing;
import io.trove.integrity.Checkpoints;
import io.trove.integrity.Signed;
import io.trove.integrity.Watch;
import io.trove.ledger.Ledgers;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What shows that nothing was changed: what the ledger signed, who saw it, and what audits found. */
@Named
@RequestScoped
public class Integrity {
    private static final int CHECKPOINTS = 10;
    private static final int AUDITS = 10;

    @Inject
    private Chosen chosen;

    @Inject
    private Told told;

    @Inject
    private Access access;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Checkpoints checkpoints;

    @Inject
    private Auditing auditing;

    private Signed newest;
    private List<Signed> signed;
    private List<AuditLine> audits = List.of();
    private List<WatchLine> watches;

    /** A checkpoint as a line of a list. */
    public record CheckpointLine(long size, String signedAt, String root, int witnesses, String note) {}

    /** A key as a line of a list; {@code to} is empty while it signs. */
    public record KeyLine(String text, long from, String to) {}

    /** A witness as a line of a list; {@code seenAt} is empty while it saw nothing. */
    public record WatchLine(String name, String address, long size, String seenAt) {}

    @PostConstruct
    void look() {
        var ledger = chosen.getLedger();
        newest = checkpoints.newest(ledger);
        signed = checkpoints.before(ledger, before(), CHECKPOINTS + 1);
        watches = checkpoints.watches(ledger).stream().map(Integrity::line).toList();
        if (isAuditor()) {
            audits = auditing.newest(ledger, AUDITS).stream().map(AuditLine::of).toList();
        }
    }

    /** Has the ledger audited, or the audit that was interrupted gone on with. */
    public void audit() {
        told.done(
                () -> {
                    access.demand(chosen.getCaller(), chosen.getLedger(), Permission.PROOF_AUDIT, "Auditing a ledger");
                    auditing.start(chosen.getLedger(), chosen.getCaller());
                },
                "The audit is on its way.",
                chosen.to("integrity"));
    }

    private long before() {
        var text = chosen.parameter("before");
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : Long.MAX_VALUE;
    }

    public long getSize() {
        return ledgers.head(chosen.getLedger()).size();
    }

    /** How many levels the tree has above its leaves. */
    public int getDepth() {
        return Long.SIZE - Long.numberOfLeadingZeros(Math.max(0, getSize() - 1));
    }

    public CheckpointLine getNewest() {
        return line(newest);
    }

    /** The events that no checkpoint covers yet. */
    public long getUnsigned() {
        return Math.max(0, getSize() - newest.checkpoint().size());
    }

    public List<CheckpointLine> getCheckpoints() {
        return signed.stream().limit(CHECKPOINTS).map(Integrity::line).toList();
    }

    /** Where the older checkpoints are; empty behind the oldest. */
    public String getOlder() {
        return signed.size() <= CHECKPOINTS
                ? ""
                : chosen.to("integrity")
                        .with("before", signed.get(CHECKPOINTS - 1).checkpoint().size())
                        .toString();
    }

    /** Where the newest are; empty there. */
    public String getFirst() {
        return chosen.parameter("before").isEmpty()
                ? ""
                : chosen.to("integrity").toString();
    }

    public boolean isAuditor() {
        return chosen.may(Permission.PROOF_AUDIT.text());
    }

    public List<AuditLine> getAudits() {
        return audits;
    }

    /** The audit that is asked for, or the newest. */
    public AuditLine getAudit() {
        var asked = chosen.parameter("audit");
        Optional<AuditLine> there = audits.stream()
                .filter(each -> asked.isEmpty() || Long.toString(each.id()).equals(asked))
                .findFirst();
        return there.or(() -> asked.matches("[0-9]{1,18}")
                        ? auditing.find(chosen.getLedger(), Long.parseLong(asked))
                                .map(AuditLine::of)
                        : Optional.empty())
                .orElse(null);
    }

    public List<KeyLine> getKeys() {
        return checkpoints.keys(chosen.getLedger()).stream()
                .map(key -> new KeyLine(key.key().text(), key.fromSize(), text(key.toSize())))
                .toList();
    }

    public List<WatchLine> getWatches() {
        return watches;
    }

    private static String text(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : "";
    }

    private static CheckpointLine line(Signed signed) {
        var checkpoint = signed.checkpoint();
        return new CheckpointLine(
                checkpoint.size(),
                Times.text(signed.signedAtMicros()),
                Base64.getEncoder().encodeToString(checkpoint.root()),
                signed.note().signatures().size() - 1,
                signed.note().print());
    }

    private static WatchLine line(Watch watch) {
        return new WatchLine(
                watch.key().name(),
                watch.address().toString(),
                watch.size(),
                watch.seenAtMicros().isPresent()
                        ? Times.text(watch.seenAtMicros().getAsLong())
                        : "");
    }
}
