package io.trove.integrity;

import io.trove.access.SigningKeys;
import io.trove.crypto.Signer;
import io.trove.evidence.VerifyingKey;
import io.trove.filter.Tables;
import io.trove.ledger.Lease;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerName;
import io.trove.ledger.Ledgers;
import io.trove.ledger.Store;
import io.trove.refusal.Refusal;
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
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** Signs every ledger that has grown, every ten seconds, on the one server that holds the lease. */
@Startup
@Singleton
@DependsOn("FirstStart")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Checkpointing {

    static final long EVERY_MS = 10_000;

    private static final String WORK = "checkpoints";
    private static final System.Logger LOG = System.getLogger("io.trove.integrity");

    private final String server = UUID.randomUUID().toString();
    private final AtomicBoolean running = new AtomicBoolean();

    @Resource
    private TimerService timers;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Checkpoints checkpoints;

    @Inject
    private SigningKeys recorded;

    @Inject
    private Signer signer;

    @Inject
    private Witnesses witnesses;

    @Inject
    private Store store;

    @PostConstruct
    void start() {
        timers.createIntervalTimer(EVERY_MS, EVERY_MS, new TimerConfig(WORK, false));
    }

    @Timeout
    void round() {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        try {
            OptionalLong term = term();
            if (term.isPresent()) {
                ledgers.all().forEach(ledger -> sign(ledger, term.getAsLong()));
            }
        } catch (Refusal unavailable) {
            LOG.log(Level.WARNING, "No ledger was signed this time: {0}", unavailable.getMessage());
        } finally {
            running.set(false);
        }
    }

    /** The number of this server's term. A server that lacks a key leaves the work to one that has them all. */
    private OptionalLong term() {
        Ledger installation = ledgers.find(LedgerName.INSTALLATION);
        List<VerifyingKey> missing =
                recorded.current().stream().filter(key -> !signer.holds(key)).toList();
        if (missing.isEmpty()) {
            return store.with(installation, tables -> lease(tables, server).hold());
        }
        LOG.log(Level.ERROR, "This server signs no ledger: TROVE_SIGNING_KEY lacks the key {0}", missing.get(0));
        return store.with(installation, tables -> {
            Lease lease = lease(tables, server);
            lease.giveUp(lease.newest());
            return OptionalLong.empty();
        });
    }

    /** The lease of who signs, which lies in the installation's ledger. */
    static Lease lease(Tables tables, String server) {
        return new Lease(tables, WORK, server);
    }

    /** One ledger that cannot be signed keeps no other from it. */
    private void sign(Ledger ledger, long term) {
        try {
            witnesses.show(ledger, checkpoints.sign(ledger, term));
            checkpoints.thin(ledger);
        } catch (Refusal refused) {
            LOG.log(Level.ERROR, "Ledger {0} has no new checkpoint: {1}", ledger.name(), refused.getMessage());
        }
    }
}
