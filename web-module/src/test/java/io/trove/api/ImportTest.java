package io.trove.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Actor;
import io.trove.event.Draft;
import io.trove.event.Entity;
import io.trove.event.JsonLines;
import io.trove.event.Limits;
import io.trove.ledger.Caller;
import io.trove.ledger.Receipt;
import io.trove.ledger.Settled;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImportTest {
    private static final Caller JANE =
            new Caller("jane", new Actor("user", "jane", Optional.empty()), Optional.empty());

    /** What reached the ledger, chunk by chunk. */
    private final List<List<String>> appended = new ArrayList<>();

    private Optional<String> key = Optional.of("k");
    private boolean untilRefused;
    private boolean kinds;

    @Test
    void lines_are_appended_in_chunks_and_each_chunk_is_told() throws IOException {
        var progress = imported("{\"type\":\"a\"}\n".repeat(501));

        assertEquals(List.of(500, 1), appended.stream().map(List::size).toList());
        assertEquals("{\"read\":500,\"appended\":500,\"alreadyThere\":0,\"refused\":0}", progress.get(0));
        assertEquals("{\"read\":501,\"appended\":501,\"alreadyThere\":0,\"refused\":0,\"done\":true}", progress.get(2));
    }

    @Test
    void a_chunk_ends_at_four_mebibytes() throws IOException {
        var line = "{\"type\":\"a\",\"payload\":\"" + "x".repeat(1_000_000) + "\"}\n";

        imported(line.repeat(6));

        assertEquals(List.of(5, 1), appended.stream().map(List::size).toList());
    }

    @Test
    void refused_lines_are_told_by_their_numbers_and_stop_no_others() throws IOException {
        var progress = imported("{\"type\":\"a\"}\n\n{\"type\":7}\n{\"type\":}\n{\"type\":\"a\"}");

        assertEquals(2, appended.get(0).size());
        assertTrue(progress.get(0).startsWith("{\"line\":3,\"type\":\"urn:trove:problem:invalid\""), progress.get(0));
        assertTrue(progress.get(0).contains("\"pointer\":\"/type\""), progress.get(0));
        assertTrue(progress.get(1).startsWith("{\"line\":4,\"type\":\"urn:trove:problem:malformed\""), progress.get(1));
        assertEquals("{\"read\":4,\"appended\":2,\"alreadyThere\":0,\"refused\":2}", progress.get(2));
    }

    @Test
    void an_import_that_is_to_stop_at_a_refused_line_appends_what_is_before_it_and_nothing_after_it()
            throws IOException {
        untilRefused = true;

        var progress = imported("{\"type\":\"a\"}\n{\"type\":7}\n{\"type\":\"b\"}\n");

        assertEquals(1, appended.size());
        assertEquals(1, appended.get(0).size());
        assertEquals(
                "{\"read\":2,\"appended\":1,\"alreadyThere\":0,\"refused\":1,\"done\":false}",
                progress.get(progress.size() - 1));
    }

    @Test
    void a_line_without_an_id_has_the_same_one_whenever_it_is_sent_under_the_same_key() throws IOException {
        imported("{\"type\":\"a\"}\n{\"type\":\"a\",\"id\":{\"id\":\"own\"}}\n{\"type\":\"a\"}");
        imported("{\"type\":\"a\"}");
        key = Optional.of("l");
        imported("{\"type\":\"a\"}");

        assertTrue(appended.get(0).get(0).matches("import-[0-9a-f]{32}-1"), appended.toString());
        assertEquals("own", appended.get(0).get(1));
        assertTrue(appended.get(0).get(2).endsWith("-3"));
        assertEquals(appended.get(0).get(0), appended.get(1).get(0));
        assertTrue(!appended.get(0).get(0).equals(appended.get(2).get(0)));
    }

    @Test
    void a_line_with_neither_id_nor_key_is_refused() throws IOException {
        key = Optional.empty();

        var progress = imported("{\"type\":\"a\"}\n{\"type\":\"a\",\"id\":{\"id\":\"own\"}}");

        assertEquals(List.of(List.of("own")), appended);
        assertTrue(progress.get(0).contains("\"pointer\":\"/id\""), progress.get(0));
    }

    private List<String> imported(String text) throws IOException {
        var lines = JsonLines.endless(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 4 << 20);
        var out = new ByteArrayOutputStream();
        new Import(
                        lines,
                        () -> Drafts.ofExports(Spoken.named("trove"), Limits.DEFAULT, id -> Optional.empty()),
                        ImportedIds.of(JANE, key),
                        this::append,
                        this::advised,
                        untilRefused)
                .run(new ImportProgress(out, out));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private List<Settled> append(List<Draft> drafts) {
        appended.add(drafts.stream().map(draft -> draft.id().orElseThrow().id()).toList());
        var settled = new ArrayList<Settled>();
        for (var draft : drafts) {
            var stopped = untilRefused && settled.stream().anyMatch(Settled.Refused.class::isInstance);
            settled.add(stopped ? new Settled.Untried() : settled(draft));
        }
        return settled;
    }

    private static Settled settled(Draft draft) {
        if (draft.type().startsWith("refused")) {
            return new Settled.Refused(new ParameterRefused("type", draft.type(), "another one"));
        }
        return recorded(draft);
    }

    @Test
    void what_will_be_regretted_is_told_once_in_the_last_line_with_the_number_of_its_lines() throws IOException {
        var progress =
                imported("{\"type\":\"a\"}\n\n{\"type\":\"a.changed\"}\n{\"nothing\":1}\n{\"type\":\"b.changed\"}");

        assertTrue(
                progress.get(progress.size() - 1)
                        .contains("\"warnings\":[{\"rule\":\"vague-name\",\"line\":3,\"lines\":2}],\"done\":true"),
                progress.toString());
        assertTrue(imported("{\"type\":\"a\"}").stream().noneMatch(line -> line.contains("warnings")));
    }

    @Test
    void no_more_than_50_kinds_of_advice_are_told() throws IOException {
        var lines = IntStream.range(0, 60).mapToObj("{\"type\":\"t%d.changed\"}\n"::formatted);
        kinds = true;

        var progress = imported(lines.collect(Collectors.joining()));

        var end = progress.get(progress.size() - 1);
        assertEquals(50, end.split("\"rule\"", -1).length - 1, end);
        assertTrue(end.contains("{\"rule\":\"t49.changed\",\"line\":50,\"lines\":1}],\"done\":true"), end);
    }

    @Test
    void nothing_is_advised_on_a_line_that_is_refused_or_was_left_alone() throws IOException {
        untilRefused = true;

        var progress = imported("{\"type\":\"refused.changed\"}\n{\"type\":\"a.changed\"}");

        assertTrue(progress.stream().noneMatch(line -> line.contains("warnings")), progress.toString());
    }

    private List<Map<String, Object>> advised(List<Draft> drafts) {
        return IntStream.range(0, drafts.size())
                .filter(i -> drafts.get(i).type().endsWith("changed"))
                .mapToObj(i ->
                        Map.<String, Object>of("rule", kinds ? drafts.get(i).type() : "vague-name", "index", i))
                .toList();
    }

    private static Settled recorded(Draft draft) {
        return new Settled.Recorded(new Receipt(
                1,
                draft.id().orElseThrow(),
                new Entity("a", Optional.empty()),
                OptionalLong.empty(),
                new byte[32],
                Instant.EPOCH,
                false));
    }
}
