package io.trove.access;

import io.trove.filter.Field;
import io.trove.filter.Filter;
import io.trove.ledger.Append;
import io.trove.ledger.Appender;
import io.trove.ledger.Caller;
import io.trove.ledger.ConditionConflict;
import io.trove.ledger.Ledger;
import io.trove.ledger.Unless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Where an organization is administered: whoever may is led to its {@code system} ledger, and what they say is kept there. */
@ApplicationScoped
class Desk {

    /** So often is anew decided what others decided at the same time; each time one of them was heard. */
    private static final int TRIES_MAX = 64;

    @Inject
    private Roster roster;

    @Inject
    private Granted granted;

    @Inject
    private Fence fence;

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

    /**
     * Appends what follows from the roster as it is at the commit: where events of these types came since it was read, on
     * whichever server, it is read and decided anew.
     */
    void decide(Ledger home, Set<String> types, Supplier<Append> decision) {
        for (int tries = 1; true; tries++) {
            var unless = new Unless(Filter.field(Field.TYPE, types), fence.size(home) - 1);
            try {
                append(home, decision.get().unless(Optional.of(unless)));
                return;
            } catch (ConditionConflict meanwhile) {
                if (tries == TRIES_MAX) {
                    throw meanwhile;
                }
            }
        }
    }

    void append(Ledger home, Append append) {
        try {
            appender.append(home, Caller.trove(), append);
        } finally {
            roster.changed(home);
        }
    }
}
