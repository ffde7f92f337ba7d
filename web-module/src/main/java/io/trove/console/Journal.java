package io.trove.console;

import io.trove.access.Access;
import io.trove.access.Permission;
import io.trove.ledger.LedgerName;
import io.trove.ledger.Ledgers;
import io.trove.query.Order;
import io.trove.query.Page;
import io.trove.query.PageRequest;
import io.trove.query.Query;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** Who opened which door: the events of an organization's own administration. */
@Named
@RequestScoped
public class Journal {
    private static final int PAGE = 50;

    @Inject
    private Chosen chosen;

    @Inject
    private Access access;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Query query;

    private LedgerName system;
    private Page page;

    @PostConstruct
    void look() {
        system = new LedgerName(chosen.getLedger().name().organization(), "system");
        var ledger = ledgers.find(system);
        access.demand(chosen.getCaller(), ledger, Permission.ACCESS_MANAGE, "Reading the log of administration");
        var cursor = Optional.of(chosen.parameter("cursor")).filter(text -> !text.isEmpty());
        page = query.page(access.sight(chosen.getCaller(), ledger), new PageRequest(PAGE, Order.DESC, cursor));
    }

    public List<EventLine> getEvents() {
        return page.items().stream().map(found -> EventLine.of(found, system)).toList();
    }

    public String getNext() {
        return page.next()
                .map(cursor -> chosen.to("journal").with("cursor", cursor).toString())
                .orElse("");
    }

    public String getFirst() {
        return chosen.parameter("cursor").isEmpty() ? "" : chosen.to("journal").toString();
    }
}
