package io.trove.access;

import io.trove.access.Roster.Origin;
import io.trove.access.Tally.Source;
import io.trove.ledger.Appender;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerName;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Counts sign-ins that failed and requests that were not allowed, and has an event of the {@code system} ledger that they were about
 * tell of them: one a minute at most from each server, whatever comes.
 */
@Startup
@Singleton
@DependsOn("FirstStart")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Failures {

    private static final long EVERY_MS = Duration.ofMinutes(1).toMillis();

    private final Counted counted = new Counted(Instant.now());

    @Resource
    private TimerService timers;

    @Inject
    private Roster roster;

    @Inject
    private Appender appender;

    @PostConstruct
    void start() {
        timers.createIntervalTimer(EVERY_MS, EVERY_MS, new TimerConfig("access.failures", false));
    }

    /** A wrong password for this name, which somebody has or not. */
    public void signIn(String name, boolean isKnown, String address) {
        Origin origin = Origin.of(name);
        count(origin.organization(), new Source(Tally.Kind.SIGN_IN, isKnown ? origin.name() : "", address));
    }

    /** An API key of this organization, or of none, that does not hold. */
    public void key(Optional<String> organization, String address) {
        count(organization.orElse(""), new Source(Tally.Kind.KEY, "", address));
    }

    /** The caller was told that something is not allowed. */
    public void forbidden(Caller caller) {
        Origin origin = Origin.of(caller);
        count(origin.organization(), new Source(Tally.Kind.FORBIDDEN, origin.name(), ""));
    }

    /** What is about no organization that there is, is about the installation. */
    private void count(String organization, Source source) {
        LedgerName ledger = roster.home(organization).map(Ledger::name).orElse(LedgerName.INSTALLATION);
        counted.count(ledger, source);
    }

    @Timeout
    void round() {
        counted.tell(Instant.now(), this::tell);
    }

    private void tell(LedgerName ledger, Map<String, Object> payload) {
        Ledger home =
                roster.home(ledger.organization()).orElseThrow(() -> new Absent("organization", ledger.organization()));
        appender.append(home, Caller.trove(), SystemEvents.failuresCounted(payload));
        roster.changed(home);
    }
}
