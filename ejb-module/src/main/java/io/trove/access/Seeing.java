package io.trove.access;

import io.trove.access.Roster.Origin;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** Shows an administrator what somebody else may do in a ledger, and what they see of it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Seeing {

    @Inject
    private Desk desk;

    @Inject
    private Roster roster;

    @Inject
    private Granted granted;

    @Inject
    private Access access;

    @Inject
    private Sights sights;

    /** What they may do, and what they see; no sight where no role of theirs lets them read, or they are disabled. */
    public record Seen(Set<Permission> may, Optional<Sight> sight) {

        public Seen {
            may = Set.copyOf(may);
        }
    }

    /**
     * As a principal of the ledger's organization. It takes the whole sight of the ledger, so that nobody sees more by
     * another's eyes than by their own.
     */
    public Seen as(Caller caller, Ledger ledger, String name) {
        String organization = ledger.name().organization();
        Ledger home = desk.administered(caller, organization, "Seeing as somebody else");
        access.requireWhole(access.sight(caller, ledger), "Seeing as somebody else");
        Principal principal = roster.principal(home, name).orElseThrow(() -> new Absent("principal", name));
        Caller other = new Caller(new Origin(organization, name).callerId(), principal.actor(), Optional.empty());
        Rights rights = granted.of(other, ledger.name());
        Set<Permission> may = rights.permissions();
        return new Seen(
                may, may.contains(Permission.EVENTS_READ) ? Optional.of(sights.of(rights, ledger)) : Optional.empty());
    }
}
