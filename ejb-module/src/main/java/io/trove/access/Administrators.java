package io.trove.access;

import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Sees to it that somebody is left who may administer the installation: nobody else could give that back. Organizations are
 * administered by the installation's too, and so need nobody of their own.
 */
@ApplicationScoped
class Administrators {

    @Inject
    private Roster roster;

    /** {@link LastAdministrator} when this principal, as it is from now on, was the last one. */
    void requireLeft(Ledger home, Principal changed) {
        require(home, principal -> principal.name().equals(changed.name()) ? changed : principal, role -> role);
    }

    /** {@link LastAdministrator} when whoever is left had it by this role, as it is from now on. */
    void requireLeft(Ledger home, Role changed) {
        require(home, principal -> principal, role -> role.name().equals(changed.name()) ? changed : role);
    }

    private void require(Ledger home, UnaryOperator<Principal> principals, UnaryOperator<Role> roles) {
        if (!home.name().equals(LedgerName.INSTALLATION)) {
            return;
        }
        Optional<Principal> before = all(home)
                .filter(principal -> mayAdminister(home, principal, role -> role))
                .findFirst();
        boolean isLeft = all(home).map(principals).anyMatch(principal -> mayAdminister(home, principal, roles));
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
