package io.trove.access;

import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Sees to it that somebody is left who may administer the installation: nobody else could give that back. Organizations are
 * administered by the installation's too, and so need nobody of their own.
 */
@ApplicationScoped
class Administrators {

    private static final Set<String> RIGHTS = Set.of(
            SystemEvents.PRINCIPAL_CREATED,
            SystemEvents.PRINCIPAL_CHANGED,
            SystemEvents.PRINCIPAL_REMOVED,
            SystemEvents.ROLE_SET,
            SystemEvents.ROLE_REMOVED);

    @Inject
    private Roster roster;

    /** Events of these types may change who that is, so that nothing is decided of it that they came between. */
    static Set<String> changedBy(Ledger home, String... others) {
        return changedBy(home, Set.of(others));
    }

    static Set<String> changedBy(Ledger home, Set<String> others) {
        var types = new TreeSet<>(others);
        if (home.name().equals(LedgerName.INSTALLATION)) {
            types.addAll(RIGHTS);
        }
        return types;
    }

    /** {@link LastAdministrator} when this principal, as it is from now on, was the last one. */
    void requireLeft(Ledger home, Principal changed) {
        require(
                home,
                all -> all.map(principal -> principal.name().equals(changed.name()) ? changed : principal),
                role -> role);
    }

    /** The same when there is no such principal any more. */
    void requireLeftWithout(Ledger home, String removed) {
        require(home, all -> all.filter(principal -> !principal.name().equals(removed)), role -> role);
    }

    /** {@link LastAdministrator} when whoever is left had it by this role, as it is from now on. */
    void requireLeft(Ledger home, Role changed) {
        require(home, all -> all, role -> role.name().equals(changed.name()) ? changed : role);
    }

    private void require(Ledger home, UnaryOperator<Stream<Principal>> principals, UnaryOperator<Role> roles) {
        if (!home.name().equals(LedgerName.INSTALLATION)) {
            return;
        }
        Optional<Principal> before = all(home)
                .filter(principal -> mayAdminister(home, principal, role -> role))
                .findFirst();
        boolean isLeft = principals.apply(all(home)).anyMatch(principal -> mayAdminister(home, principal, roles));
        if (before.isPresent() && !isLeft) {
            throw new LastAdministrator(before.get().name());
        }
    }

    private Stream<Principal> all(Ledger home) {
        return roster.every(home, Kind.PRINCIPAL).map(Principal::kept);
    }

    private boolean mayAdminister(Ledger home, Principal principal, UnaryOperator<Role> as) {
        var roles = principal.grants().stream()
                .filter(grant -> grant.isFor(home.name().environment()))
                .flatMap(grant -> roster.role(home, grant.role()).stream())
                .map(as)
                .toList();
        return !principal.disabled()
                && new Rights(Optional.of(principal), roles).permissions().contains(Permission.ACCESS_MANAGE);
    }
}
