package io.trove.query;

import io.trove.access.Sight;
import io.trove.event.Json;
import io.trove.event.Times;
import io.trove.filter.Field;
import io.trove.filter.Filter;
import io.trove.filter.Tables;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** What can be told of the part of a ledger that a narrowed sight goes to: counted anew, from its events. */
final class Seen {

    /** So many positions are looked at for an answer; with more, it says how far it goes. */
    static final long SCANNED_MAX = 50_000;

    private static final int AT_ONCE = 512;
    private static final long MICROS_A_MILLI = 1_000;

    private final Tables tables;
    private final Sight sight;
    private final long size;
    private final Map<String, Tally.Count> counts = new HashMap<>();
    private OptionalLong first = OptionalLong.empty();
    private OptionalLong last = OptionalLong.empty();
    private long seen;
    private long counted;

    Seen(Tables tables, Sight sight, long size) {
        this.tables = tables;
        this.sight = sight;
        this.size = size;
    }

    Statistics statistics(long nowMicros) throws SQLException {
        count();
        return Statistics.of(
                seen,
                size,
                first,
                last,
                new Statistics.Rates(
                        recently(nowMicros, Statistics.MINUTE),
                        recently(nowMicros, Statistics.HOUR),
                        first.isEmpty() ? 0 : perSecond(seen, nowMicros - first.getAsLong())),
                counts,
                counted);
    }

    /** What is seen of the newest events from one position up to before another, in so many beats of equal length. */
    List<Beat> beats(long from, long to, long begin, long end, int beats) throws SQLException {
        var counted = new ArrayList<Map<String, Long>>();
        for (int i = 0; i < beats; i++) {
            counted.add(new TreeMap<>());
        }
        long behind = Math.max(from, to - Pulse.READ_MAX) - 1;
        boolean ended = behind + 1 >= to;
        while (!ended) {
            Stretch stretch = Reading.read(tables, sight, Filter.all(), Order.ASC, behind, to, Amount.portion(AT_ONCE));
            for (Found found : stretch.items()) {
                Json event = Json.kept(found.document());
                long at = micros(event, "recordedAt");
                int beat = (int) Math.min(beats - 1L, Math.max(0, (at - begin) * beats / Math.max(1, end - begin)));
                counted.get(beat).merge(type(event), 1L, Long::sum);
            }
            behind = stretch.decided();
            ended = stretch.ended();
        }
        var told = new ArrayList<Beat>();
        for (int i = 0; i < beats; i++) {
            told.add(new Beat(Beats.edge(begin, end, i, beats), Beats.edge(begin, end, i + 1, beats), counted.get(i)));
        }
        return told;
    }

    /** The type that was first recorded for an entity of this id, among the events that are seen. */
    static Optional<String> entityType(Tables tables, Sight sight, String entityId, long below) throws SQLException {
        Filter ofEntity = Filter.field(Field.ENTITY_ID, List.of(entityId));
        return Reading.read(tables, sight, ofEntity, Order.ASC, -1, below, Amount.page(1)).items().stream()
                .findFirst()
                .flatMap(found -> Json.kept(found.document()).at("/entity/type"))
                .flatMap(Json::text);
    }

    private void count() throws SQLException {
        long scanned = 0;
        Stretch stretch = null;
        while (scanned < SCANNED_MAX && (stretch == null || !stretch.ended())) {
            stretch = Reading.read(tables, sight, Filter.all(), Order.ASC, counted - 1, size, Amount.portion(AT_ONCE));
            stretch.items().forEach(this::add);
            counted = stretch.ended() ? size : stretch.decided() + 1;
            scanned += stretch.scanned();
        }
    }

    private void add(Found event) {
        Json document = Json.kept(event.document());
        long created = micros(document, "createdAt");
        long recorded = micros(document, "recordedAt");
        var one = new Tally.Count(1, event.document().length, created, created);
        counts.merge(type(document), one, Tally.Count::plus);
        first = first.isEmpty() ? OptionalLong.of(recorded) : first;
        last = OptionalLong.of(recorded);
        seen++;
    }

    private static String type(Json document) {
        return document.member("type").flatMap(Json::text).orElseThrow();
    }

    private static long micros(Json document, String member) {
        return Times.micros(document.member(member).flatMap(Json::text).orElseThrow());
    }

    /** How many that are seen were recorded a second, for so long until now; where that are too many to look at, in the newest part of it. */
    private double recently(long nowMicros, long micros) throws SQLException {
        long millis = Math.floorDiv(nowMicros - micros, MICROS_A_MILLI);
        Filter recent = Filter.of(Map.of("recordedSince", List.of(Long.toString(millis))), Set.of());
        long behind = size;
        long events = 0;
        long scanned = 0;
        long oldest = nowMicros;
        boolean ended = false;
        while (scanned < SCANNED_MAX && !ended) {
            Stretch stretch = Reading.read(tables, sight, recent, Order.DESC, behind, size, Amount.portion(AT_ONCE));
            for (Found found : stretch.items()) {
                oldest = micros(Json.kept(found.document()), "recordedAt");
            }
            events += stretch.items().size();
            scanned += stretch.scanned();
            behind = stretch.decided();
            ended = stretch.ended();
        }
        return perSecond(events, ended ? micros : nowMicros - oldest);
    }

    private static double perSecond(long events, long micros) {
        return (double) events * Statistics.SECOND / Math.max(Statistics.SECOND, micros);
    }
}
