package io.trove.access;

import io.trove.access.Principal.Password;
import io.trove.access.Roster.KeptKey;
import io.trove.access.Roster.Origin;
import io.trove.filter.Filter;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerName;
import io.trove.ledger.LedgerUnknown;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** Says who a caller is, and what the caller may do and see. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Access {

    @Inject
    private Roster roster;

    @Inject
    private Granted granted;

    @Inject
    private Sights sights;

    @Inject
    private PasswordCheck passwords;

    @Inject
    private Attempts attempts;

    @Inject
    private KeyUses uses;

    @Inject
    private Failures failures;

    @Inject
    private Tokens tokens;

    /**
     * The caller of this name, when this is the password; it takes as long for a name that nobody has. Whoever guesses, at
     * an account or from an address, is slowed down: {@link TooManyAttempts}.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Caller> authenticate(String name, char[] password, String address) {
        Optional<Principal> known = known(Origin.of(name));
        Password set = known.flatMap(Principal::password).orElse(passwords.nobodys());
        if (!passwords.isRight(name, password, set, check -> attempts.guess(name, address, check))) {
            failures.signIn(name, known.isPresent(), address);
            return Optional.empty();
        }
        return known.map(principal ->
                new Caller(Origin.of(name).callerId(), principal.actor(), Optional.empty()).byPassword(set.setBy()));
    }

    private Optional<Principal> known(Origin origin) {
        return roster.home(origin.organization())
                .flatMap(home -> roster.principal(home, origin.name()))
                .filter(principal -> !principal.disabled());
    }

    /**
     * The caller whose API key this is, or whom a token of the trusted issuer names, while it holds. Nobody guesses one that holds, so only
     * wrong ones have to wait.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Caller> authenticate(String apiKey, String address) {
        Optional<Caller> caller = tokens.mayBe(apiKey)
                ? tokens.caller(apiKey).filter(named -> !roster.isDisabled(Origin.of(named)))
                : ApiKey.parse(apiKey).flatMap(this::holder);
        if (caller.isEmpty()) {
            attempts.begin(address);
            attempts.failed(address);
            failures.key(ApiKey.parse(apiKey).map(ApiKey::organization), address);
        }
        return caller;
    }

    private Optional<Caller> holder(ApiKey given) {
        Optional<Ledger> home = roster.home(given.organization());
        Optional<KeptKey> kept = home.flatMap(ledger -> roster.key(ledger, given.id()))
                .filter(key -> given.isKeptAs(key.hash()))
                .filter(key -> key.key().holds(granted.nowMicros()));
        return kept.map(KeptKey::key)
                .flatMap(key -> roster.principal(home.get(), key.principal())
                        .filter(principal -> !principal.disabled())
                        .map(principal -> {
                            uses.used(home.get(), key.id());
                            return new Caller(
                                    new Origin(given.organization(), principal.name()).callerId(),
                                    principal.actor(),
                                    Optional.of(key.producer()),
                                    Optional.of(key.id()));
                        }));
    }

    /** What the caller may see of the ledger; {@link LedgerUnknown} when it is not for the caller to know of. */
    public Sight sight(Caller caller, Ledger ledger) {
        return sights.of(demanded(caller, ledger, Permission.EVENTS_READ, "Reading events"), ledger);
    }

    /** What the caller, who may append to the ledger, sees of it: nothing, when no role lets them read. */
    public Sight sightToAppend(Caller caller, Ledger ledger) {
        Rights rights = demanded(caller, ledger, Permission.EVENTS_APPEND, "Appending events");
        requireOpen(ledger);
        return rights.permissions().contains(Permission.EVENTS_READ)
                ? sights.of(rights, ledger)
                : Sight.nothing(ledger);
    }

    /** What the caller may do in a ledger; nothing at all, when it is not for the caller to know of. */
    public Set<Permission> permissions(Caller caller, LedgerName ledger) {
        return Set.copyOf(granted.of(caller, ledger).permissions());
    }

    /** Returns when the sight is of everything; {@code what} says in the refusal what takes that. */
    public void requireWhole(Sight sight, String what) {
        if (!sight.isEverything()) {
            throw Forbidden.narrowed(what);
        }
    }

    /** Refuses a search by what is masked for whoever sees this: its answer would tell it. */
    public void requireShown(Sight sight, Filter filter, String what) {
        if (!sight.shows(filter)) {
            throw Forbidden.masked(what);
        }
    }

    /** Returns when the caller has the permission in the ledger; {@code what} says in the refusal what it is for. */
    public void demand(Caller caller, Ledger ledger, Permission permission, String what) {
        demanded(caller, ledger, permission, what);
    }

    /** As {@link #demand}, in a ledger that others than Trove may append to. */
    public void demandWrite(Caller caller, Ledger ledger, Permission permission, String what) {
        demand(caller, ledger, permission, what);
        requireOpen(ledger);
    }

    private static void requireOpen(Ledger ledger) {
        if (ledger.name().isSystem()) {
            throw Forbidden.systemLedger();
        }
    }

    private static void requireKnown(Rights rights, Ledger ledger) {
        if (rights.areNone()) {
            throw new LedgerUnknown(ledger.name().organization(), ledger.name().environment());
        }
    }

    private Rights demanded(Caller caller, Ledger ledger, Permission permission, String what) {
        Rights rights = granted.of(caller, ledger.name());
        requireKnown(rights, ledger);
        Set<Permission> has = rights.permissions();
        if (!has.contains(permission)) {
            throw Forbidden.lacks(permission, what);
        }
        return rights;
    }
}
