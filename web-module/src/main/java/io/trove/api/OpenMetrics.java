package io.trove.api;

import io.trove.ledger.LedgerName;
import io.trove.query.Statistics;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;

/** A ledger's numbers for whoever scrapes them (OpenMetrics 1.0): a gauge each, and the refusals as a counter. */
final class OpenMetrics {
    static final String MEDIA_TYPE = "application/openmetrics-text";
    static final String CONTENT_TYPE = MEDIA_TYPE + "; version=1.0.0; charset=utf-8";

    private static final int MICROS_DECIMALS = 6;

    private final StringBuilder text = new StringBuilder();
    private final String ledger;

    private OpenMetrics(LedgerName name) {
        this.ledger = "ledger=\"" + escaped(name.toString()) + '"';
    }

    static byte[] of(LedgerName ledger, Statistics statistics, Map<String, Long> refusals) {
        var metrics = new OpenMetrics(ledger);
        metrics.write(statistics);
        metrics.family(
                "trove_ledger_refusals", "counter", "Requests to this server that were refused, since its start");
        refusals.forEach((problem, count) ->
                metrics.sample("trove_ledger_refusals_total", "problem", problem, BigDecimal.valueOf(count)));
        return metrics.text.append("# EOF\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(Statistics statistics) {
        gauge("trove_ledger_events", "Events", statistics.size());
        gauge("trove_ledger_tree_depth", "Levels of the tree above its leaves", statistics.depth());
        time("first_recorded", "the first event was recorded", statistics.recordedFirstMicros());
        time("last_recorded", "the last event was recorded", statistics.recordedLastMicros());
        time("first_created", "the earliest event happened", statistics.createdFirstMicros());
        time("last_created", "the latest event happened", statistics.createdLastMicros());
        family("trove_ledger_events_per_second", "gauge", "Events recorded a second");
        var rates = statistics.rates();
        sample("trove_ledger_events_per_second", "over", "minute", BigDecimal.valueOf(rates.lastMinute()));
        sample("trove_ledger_events_per_second", "over", "hour", BigDecimal.valueOf(rates.lastHour()));
        sample("trove_ledger_events_per_second", "over", "all", BigDecimal.valueOf(rates.overall()));
        family("trove_ledger_event_average_bytes", "gauge", "Bytes of an event on average");
        sample("trove_ledger_event_average_bytes", BigDecimal.valueOf(statistics.averageBytes()));
        family("trove_ledger_events_of_type", "gauge", "Events of the most frequent types");
        statistics
                .byType()
                .forEach((type, count) ->
                        sample("trove_ledger_events_of_type", "type", type, BigDecimal.valueOf(count)));
        gauge("trove_ledger_events_of_other_types", "Events of all other types", statistics.otherTypes());
        gauge("trove_ledger_events_counted", "Events that are counted by type by now", statistics.counted());
    }

    private void gauge(String name, String help, long value) {
        family(name, "gauge", help);
        sample(name, BigDecimal.valueOf(value));
    }

    private void time(String which, String what, OptionalLong micros) {
        var name = "trove_ledger_" + which + "_timestamp_seconds";
        family(name, "gauge", "When " + what);
        micros.ifPresent(value -> sample(name, BigDecimal.valueOf(value, MICROS_DECIMALS)));
    }

    private void family(String name, String type, String help) {
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    }

    private void sample(String name, BigDecimal value) {
        text.append(name)
                .append('{')
                .append(ledger)
                .append("} ")
                .append(value.toPlainString())
                .append('\n');
    }

    private void sample(String name, String label, String of, BigDecimal value) {
        text.append(name)
                .append('{')
                .append(ledger)
                .append(',')
                .append(label)
                .append("=\"")
                .append(escaped(of));
        text.append("\"} ").append(value.toPlainString()).append('\n');
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
