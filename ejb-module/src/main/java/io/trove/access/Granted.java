package io.trove.access;

import io.trove.access.Principal.Password;
import io.trove.access.Roster.Origin;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what was granted to whom. */
@ApplicationScoped
class Granted {

    @Inject
    private Roster roster;

    @Inject
    private Tokens tokens;

    private final Clock clock = Clock.systemUTC();

    /**
     * What the caller may do in a ledger, as of now. The installation's principals may do it in every organization, all
     * others in their own; who comes by what does not hold any more is refused ({@link CredentialGone}).
     */
    Rights of(Caller caller, LedgerName ledger) {
        if (caller.isTrove()) {
            return Rights.ALL;
        }
        Origin origin = Origin.of(caller);
        if (!origin.isInstallation() && !origin.organization().equals(ledger.organization())) {
            return Rights.NONE;
        }
        Optional<Ledger> home = roster.home(origin.organization());
        if (home.isEmpty()) {
            return Rights.NONE;
        }
        if (Tokens.isToken(caller)) {
            return tokens.of(caller, nowMicros())
                    .map(issued -> byToken(home.get(), issued.principal(), ledger.environment()))
                    .orElse(Rights.NONE);
        }
        Optional<Principal> known = roster.principal(home.get(), origin.name());
        if (!holds(caller, home.get(), known)) {
            throw new CredentialGone();
        }
        return known.filter(principal -> !principal.disabled())
                .map(principal ->
                        new Rights(Optional.of(principal), roles(home.get(), principal, ledger.environment())))
                .orElse(Rights.NONE);
    }

    /** The roles of the token's groups, and all that the organization itself says of a principal of this name. */
    private Rights byToken(Ledger home, Principal issued, String environment) {
        Optional<Principal> own = roster.principal(home, issued.name());
        if (own.filter(Principal::disabled).isPresent()) {
            return Rights.NONE;
        }
        var all = new ArrayList<>(roles(home, issued, environment));
        own.ifPresent(principal -> all.addAll(roles(home, principal, environment)));
        return new Rights(
                own.or(() -> Optional.of(issued)), all.stream().distinct().toList());
    }

    /** Whether a caller is still somebody, and what they came with still holds. */
    boolean holds(Caller caller) {
        Origin origin = Origin.of(caller);
        if (Tokens.isToken(caller)) {
            return tokens.of(caller, nowMicros()).isPresent() && !roster.isDisabled(origin);
        }
        Optional<Ledger> home = roster.home(origin.organization());
        Optional<Principal> known = home.flatMap(ledger -> roster.principal(ledger, origin.name()));
        return known.filter(principal -> !principal.disabled()).isPresent() && holds(caller, home.get(), known);
    }

    /** Another password is another, and so is that of who has the name later. */
    private boolean holds(Caller caller, Ledger home, Optional<Principal> known) {
        Optional<String> setBy = known.flatMap(Principal::password).map(Password::setBy);
        return caller.key().map(key -> holds(home, key)).orElse(true)
                && (caller.password().isEmpty() || caller.password().equals(setBy));
    }

    private boolean holds(Ledger home, String key) {
        return roster.key(home, key)
                .filter(kept -> kept.key().holds(nowMicros()))
                .isPresent();
    }

    private List<Role> roles(Ledger home, Principal principal, String environment) {
        return principal.grants().stream()
                .filter(grant -> grant.isFor(environment))
                .flatMap(grant -> roster.role(home, grant.role()).stream())
                .toList();
    }

    long nowMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }
}
