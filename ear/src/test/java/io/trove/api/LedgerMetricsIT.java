package io.trove.api;

import static io.trove.api.Ask.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.server.Server;
import io.trove.server.Shared;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A ledger's numbers as a scraper takes them. */
class LedgerMetricsIT {

    private static final String PROMETHEUS =
            "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3,*/*;q=0.2";

    private final Server server = Shared.onDerby();
    private final Ask ask = Ask.freshLedger(server);

    @Test
    void the_numbers_of_a_ledger_are_metrics_too() {
        ask.append(
                "[{\"type\":\"a.x\"},{\"type\":\"a.\\\"y\",\"createdAt\":\"2024-03-15T10:30:00.5Z\"},{\"type\":\"a.x\"}]");
        ask.append("{\"type\":7}");
        var address = ask.events().replaceAll("/events$", "");
        var name = address.substring("/api/".length());

        var scraped =
                server.send(server.request(address).header("Accept", PROMETHEUS).build());

        var type = header(scraped, "Content-Type");
        assertTrue(type.startsWith("application/openmetrics-text;") && type.contains("version=1.0.0"), type);
        List<String> lines = scraped.body().lines().toList();
        var ledger = "ledger=\"" + name + "\"";
        for (var wanted : List.of(
                "trove_ledger_events{" + ledger + "} 4",
                "trove_ledger_tree_depth{" + ledger + "} 2",
                "trove_ledger_first_created_timestamp_seconds{" + ledger + "} 1710498600.500000",
                "trove_ledger_events_of_type{" + ledger + ",type=\"a.x\"} 2",
                "trove_ledger_events_of_type{" + ledger + ",type=\"a.\\\"y\"} 1",
                "trove_ledger_events_of_other_types{" + ledger + "} 0",
                "trove_ledger_refusals_total{" + ledger + ",problem=\"invalid\"} 1")) {
            assertTrue(lines.contains(wanted), wanted + " in " + scraped.body());
        }
        assertEquals("# EOF", lines.get(lines.size() - 1));
        assertEquals("application/json", header(ask.get(address), "Content-Type"));
    }
}
