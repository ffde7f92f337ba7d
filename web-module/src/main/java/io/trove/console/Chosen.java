package io.trove.console;

import io.trove.access.Access;
import io.trove.access.Organizations;
import io.trove.access.Sight;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerName;
import io.trove.ledger.LedgerUnknown;
import io.trove.ledger.Ledgers;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The ledger that a page is about: the one that its address names, or the first that the caller may see. */
@Named
@RequestScoped
public class Chosen {
    @Inject
    private FacesContext faces;

    @Inject
    private Caller caller;

    @Inject
    private Organizations organizations;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Access access;

    private List<LedgerName> all = List.of();
    private Optional<Ledger> ledger = Optional.empty();

    /** Before a page is rendered: one that may not be known of is nowhere. */
    public void choose() throws IOException {
        all = organizations.all(caller).stream()
                .flatMap(each -> each.environments().stream().map(name -> new LedgerName(each.name(), name)))
                .toList();
        try {
            ledger = wanted().map(ledgers::find);
            ledger.ifPresent(found -> access.sight(caller, found));
        } catch (LedgerUnknown e) {
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, "");
            faces.responseComplete();
        }
    }

    private Optional<LedgerName> wanted() {
        var text = faces.getExternalContext().getRequestParameterMap().get("ledger");
        return text == null ? all.stream().findFirst() : Optional.of(parse(text));
    }

    private static LedgerName parse(String text) {
        var slash = text.indexOf('/');
        var organization = text.substring(0, Math.max(0, slash));
        var environment = text.substring(slash + 1);
        if (!LedgerName.isName(organization) || !LedgerName.isName(environment)) {
            throw new LedgerUnknown(organization, environment);
        }
        return new LedgerName(organization, environment);
    }

    /** All ledgers that the caller may know of. */
    public List<LedgerName> getAll() {
        return all;
    }

    public Caller getCaller() {
        return caller;
    }

    /** Whether there is any ledger to look at. */
    public boolean isThere() {
        return ledger.isPresent();
    }

    public Ledger getLedger() {
        return ledger.orElseThrow();
    }

    Sight sight() {
        return access.sight(caller, getLedger());
    }
}
