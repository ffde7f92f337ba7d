package io.trove.entities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.event.Times;
import io.trove.filter.Tables;
import io.trove.ledger.Append;
import io.trove.ledger.Bounds;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.Receipt;
import io.trove.ledger.TestLedger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A question about the past has one answer, whatever snapshots there are. */
@ParameterizedClass
@EnumSource(Database.class)
@Tag("database")
class TimeTravelTest {

    private static final Folding FOLDING = Folding.builtIn("node");
    private static final List<Integer> EVERY = List.of(1, 2, 3, 50);
    private static final int EVENTS = 300;
    private static final int QUESTIONS = 200;

    @Parameter
    private Database kind;

    private FreshDatabase database;
    private TestLedger ledger;
    private Connection connection;
    private Tables tables;

    @BeforeEach
    void aLedger() throws Exception {
        database = FreshDatabase.of(kind);
        ledger = TestLedger.in(database.source(), Bounds.defaults(), new Naming()::project);
        connection = database.source().getConnection();
        tables = kind.tables(connection, ledger.ledger().id());
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
        database.close();
    }

    @Test
    void a_version_is_what_its_event_made_of_it_whoever_links_to_it_afterwards() throws Exception {
        var book = new EntityId("book", "x");
        for (int version = 1; version <= 49; version++) {
            append(Happening.of(book, "book.updated", Map.of("n", version)));
        }
        append(Happening.of(
                new EntityId("person", "p"), "entity.linked", Map.of("type", "likes", "target", book.members())));
        append(Happening.of(book, "book.updated", Map.of("n", 50)));
        for (int every : EVERY) {
            followed(every);
            Look before = look(replay(every), book, new Moment.AtVersion(49)).orElseThrow();
            assertEquals("\"v49\"", before.tag(), "snapshots every " + every);
            assertEquals(List.of(), before.state().relations());
            assertEquals(49, before.asOf());
            Look after = look(replay(every), book, new Moment.AtVersion(50)).orElseThrow();
            assertEquals("\"v50.1\"", after.tag(), "snapshots every " + every);
        }
    }

    @Test
    void a_version_is_not_deleted_with_a_group_that_was_deleted_after_it() throws Exception {
        var group = new EntityId("group", "g");
        append(Happening.of(group, "create-group", Map.of("members", List.of(Map.of("guid", "i")))));
        var member = new EntityId("individual", "i");
        append(Happening.of(member, "update-individual", Map.of("name", "Ann")));
        append(Happening.of(group, "delete-entity", Map.of()));
        for (int every : EVERY) {
            followed(every);
            for (Moment then : List.of(new Moment.AtVersion(1), new Moment.AtPosition(2))) {
                assertFalse(look(replay(every), member, then).orElseThrow().isDeleted(), then.toString());
            }
            assertTrue(look(replay(every), member, Moment.now()).orElseThrow().isDeleted());
        }
    }

    @Test
    void of_a_thing_that_is_only_linked_to_there_is_no_version() throws Exception {
        var author = new EntityId("author", "hm");
        for (String book : List.of("a", "b", "c")) {
            append(Happening.of(
                    new EntityId("book", book), "entity.linked", Map.of("type", "by", "target", author.members())));
        }
        for (int every : EVERY) {
            followed(every);
            assertEquals(Optional.empty(), look(replay(every), author, new Moment.AtVersion(0)));
        }
    }

    @Test
    void every_answer_is_that_of_a_naive_fold() throws Exception {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        List<Happening> happened = Happening.any(seed, EVENTS);
        List<Long> recorded = append(happened, random);
        for (int every : EVERY) {
            followed(every);
        }
        for (int i = 0; i < QUESTIONS; i++) {
            var question = Question.any(happened, recorded, random);
            Optional<Look> plain =
                    look(TestReplays.withoutSnapshots(tables, FOLDING), question.entity(), question.moment());
            String where = "seed %d, %s".formatted(seed, question);
            assertEquals(question.answer(), told(question, plain), where);
            for (int every : EVERY) {
                assertEquals(
                        plain.map(Look::members),
                        look(replay(every), question.entity(), question.moment())
                                .map(Look::members),
                        where + ", snapshots every " + every);
            }
        }
    }

    private static Json told(Question question, Optional<Look> look) {
        return question.comparable(
                NaiveWorld.told(look.map(Look::state).orElseGet(() -> State.before(question.entity()))));
    }

    private Optional<Look> look(Replay replay, EntityId entity, Moment moment) throws SQLException {
        return Entities.look(replay, entity, Entities.bound(tables, moment, ledger.size()));
    }

    /** In a generation of its own. */
    private Replay replay(int every) {
        return new Replay(
                new Past(tables, Past.Seen.everything()), FOLDING, Optional.of(new Snapshots(tables, every)), every);
    }

    private void followed(int every) throws SQLException {
        new Stride(tables, replay(every), every).below(ledger.size(), 1);
    }

    private void append(Happening happening) {
        ledger.append(happening.sent());
    }

    /** When each was recorded; some at the same time. */
    private List<Long> append(List<Happening> happened, Random random) {
        var recorded = new ArrayList<Long>();
        for (int from = 0; from < happened.size(); from = recorded.size()) {
            int to = Math.min(happened.size(), from + 1 + random.nextInt(5));
            ledger
                    .append(Append.of(happened.subList(from, to).stream()
                            .map(each -> TestLedger.draft(each.sent()))
                            .toList()))
                    .stream()
                    .map(Receipt::recordedAt)
                    .forEach(time -> recorded.add(Times.micros(time)));
        }
        return recorded;
    }
}
