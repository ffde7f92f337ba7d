package io.trove.access;

import io.trove.ledger.Append;
import io.trove.ledger.Appender;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Where an organization is administered: whoever may is led to its {@code system} ledger, and what they say is kept there. */
@ApplicationScoped
class Desk {

    @Inject
    private Roster roster;

    @Inject
    private Granted granted;

    @Inject
    private Appender appender;

    /** The organization's ledger, for one who may administer it; an organization not to be known of is none. */
    Ledger administered(Caller caller, String organization, String what) {
        Ledger home = roster.home(organization).orElseThrow(() -> new Absent("organization", organization));
        Rights rights = granted.of(caller, home.name());
        if (rights.areNone()) {
            throw new Absent("organization", organization);
        }
        if (!rights.permissions().contains(Permission.ACCESS_MANAGE)) {
            throw Forbidden.lacks(Permission.ACCESS_MANAGE, what);
        }
        return home;
    }

    void append(Ledger home, Append append) {
        try {
            appender.append(home, Caller.trove(), append);
        } finally {
            roster.changed(home);
        }
    }
}
