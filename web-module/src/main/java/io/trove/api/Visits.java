package io.trove.api;

import io.trove.access.Access;
import io.trove.access.Permission;
import io.trove.access.Sight;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerName;
import io.trove.ledger.LedgerUnknown;
import io.trove.ledger.Ledgers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Leads a request to the ledger that its path names, when the caller may know of it. */
@ApplicationScoped
public class Visits {
    private static final String VISITED = LedgerName.class.getName();

    @Inject
    private Ledgers ledgers;

    @Inject
    private Access access;

    /** Who asks, of which ledger, and what they may see of it. */
    record Visit(Caller caller, Ledger ledger, Sight sight) {}

    Visit to(String organization, String environment, HttpServletRequest request) {
        var caller = Visitor.of(request);
        var ledger = ledger(organization, environment);
        var sight = access.sight(caller, ledger);
        request.setAttribute(VISITED, ledger.name());
        return new Visit(caller, ledger, sight);
    }

    /** The same for who appends: what they may not read is not there for them, and they may append all the same. */
    Visit toAppend(String organization, String environment, HttpServletRequest request) {
        var caller = Visitor.of(request);
        var ledger = ledger(organization, environment);
        var sight = access.sightToAppend(caller, ledger);
        request.setAttribute(VISITED, ledger.name());
        return new Visit(caller, ledger, sight);
    }

    private Ledger ledger(String organization, String environment) {
        if (!LedgerName.isName(organization) || !LedgerName.isName(environment)) {
            throw new LedgerUnknown(organization, environment);
        }
        return ledgers.find(new LedgerName(organization, environment));
    }

    /** The ledger whose tree is asked for: it shows no content and is the same for everyone who may read proofs. */
    Ledger toTree(String organization, String environment, HttpServletRequest request) {
        return toTree(organization, environment, request, Permission.PROOF_READ, "Reading a ledger's tree");
    }

    /** The ledger, for something that needs no sight of its events but a permission. */
    Ledger toTree(
            String organization, String environment, HttpServletRequest request, Permission permission, String what) {
        var ledger = ledger(organization, environment);
        access.demand(Visitor.of(request), ledger, permission, what);
        request.setAttribute(VISITED, ledger.name());
        return ledger;
    }

    /** The same for who changes something that takes a permission; {@code what} says in a refusal what it is for. */
    Visit toWrite(
            String organization, String environment, HttpServletRequest request, Permission permission, String what) {
        var visit = to(organization, environment, request);
        access.demandWrite(visit.caller(), visit.ledger(), permission, what);
        return visit;
    }

    /** The same for who appends what follows from what they read. */
    Visit toChange(String organization, String environment, HttpServletRequest request) {
        return toWrite(organization, environment, request, Permission.EVENTS_APPEND, "Appending events");
    }

    /** The ledger that a request came as far as. */
    static Optional<LedgerName> visited(HttpServletRequest request) {
        return Optional.ofNullable((LedgerName) request.getAttribute(VISITED));
    }
}
