package io.trove.access;

import io.trove.access.Principal.Password;
import io.trove.event.Actor;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
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
    private Principals principals;

    @Inject
    private PasswordCheck passwords;

    /** The caller of this name, when this is the password; it takes as long for a name that nobody has. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Caller> authenticate(String name, char[] password) {
        Optional<Principal> known = principals.find(name);
        Password set = known.flatMap(Principal::password).orElse(passwords.nobodys());
        return passwords.isRight(name, password, set) ? known.map(Access::caller) : Optional.empty();
    }

    /** What the caller may see of the ledger; {@link LedgerUnknown} when it is not for the caller to know of. */
    public Sight sight(Caller caller, Ledger ledger) {
        demand(caller, ledger, Permission.EVENTS_READ, "Reading events");
        return Sight.everything(ledger);
    }

    /** Returns when the caller has the permission in the ledger; {@code what} says in the refusal what it is for. */
    public void demand(Caller caller, Ledger ledger, Permission permission, String what) {
        Set<Permission> has = principals.permissions(caller);
        if (has.isEmpty()) {
            throw new LedgerUnknown(ledger.name().organization(), ledger.name().environment());
        }
        if (!has.contains(permission)) {
            throw Forbidden.lacks(permission, what);
        }
    }

    /** As {@link #demand}, in a ledger that others than Trove may append to. */
    public void demandWrite(Caller caller, Ledger ledger, Permission permission, String what) {
        demand(caller, ledger, permission, what);
        if (ledger.name().isSystem()) {
            throw Forbidden.systemLedger();
        }
    }

    private static Caller caller(Principal principal) {
        return new Caller(principal.name(), new Actor("user", principal.name(), Optional.empty()), Optional.empty());
    }
}
