package io.trove.console;

import io.trove.event.Times;
import io.trove.ledger.Head;
import io.trove.ledger.Ledgers;
import io.trove.query.PageRequest;
import io.trove.query.Query;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** How a ledger is: its size and its newest events, and the next step when there are none. */
@Named
@RequestScoped
public class Home {
    private static final int NEWEST = 20;

    @Inject
    private Chosen chosen;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Query query;

    @Inject
    private HttpServletRequest request;

    private Head head;
    private List<EventLine> newest;

    @PostConstruct
    void look() {
        head = ledgers.head(chosen.getLedger());
        newest = query.page(chosen.sight(), PageRequest.newest(NEWEST)).items().stream()
                .map(found -> EventLine.of(found, getApi()))
                .toList();
    }

    public long getSize() {
        return head.size();
    }

    public String getLastRecorded() {
        return Times.text(head.recordedAtMicros());
    }

    public List<EventLine> getNewest() {
        return newest;
    }

    /** Nobody recorded anything yet: the ledger's own beginning is all there is. */
    public boolean isFresh() {
        return chosen.isWritable() && head.size() <= 1;
    }

    public String getApi() {
        return chosen.getApi() + "/events";
    }

    /** A command that works when pasted into a terminal. */
    public String getAppendCommand() {
        return """
                curl -u %s %s%s \\
                  -H 'Content-Type: application/json' \\
                  -d '{"type": "document.uploaded", "entity": {"id": "doc-1"}, "payload": {"title": "Annual Report"}}'""".formatted(chosen.getCaller().id(), root(), getApi());
    }

    private String root() {
        var url = request.getRequestURL();
        return url.substring(0, url.length() - request.getRequestURI().length());
    }
}
