package io.trove.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.Rows;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(Database.class)
@Tag("database")
class AuditTest {

    private static final int SIZE = 1_402;
    private static final long NOON = 1_700_049_600_000_000L;

    private static FreshDatabase database;

    @Parameter
    Database kind;

    @BeforeParameterizedClassInvocation
    static void aDatabase(Database kind) {
        database = FreshDatabase.of(kind);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        database.close();
    }

    @Test
    void a_ledger_that_nobody_touched_agrees_with_itself() throws Exception {
        assertEquals(List.of(), audit(signed()));
    }

    /** Each change, by SQL, behind Trove's back; and where the audit says that it is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE event SET type = 'document.erased' WHERE position = 700 | 700 event type",
                "UPDATE event SET entity_id = 'doc-x' WHERE position = 701 | 701 event entity_id",
                "UPDATE event SET entity_version = 99 WHERE position = 702 | 702 event entity_version",
                "UPDATE event SET actor_id = 'joe' WHERE position = 703 | 703 event actor_id",
                "UPDATE event SET producer = 'nobody' WHERE position = 704 | 704 event producer",
                "UPDATE event SET schema_version = '2.0' WHERE position = 705 | 705 event schema_version",
                "UPDATE event SET schema_id = NULL WHERE position = 705 | 705 event schema_id",
                "UPDATE event SET created_at = created_at + 1 WHERE position = 706 | 706 event created_at",
                "UPDATE event SET recorded_at = recorded_at - 1 WHERE position = 707 | 707 event recorded_at",
                "UPDATE event SET event_id = 'another' WHERE position = 708 | 708 event event_id",
                "UPDATE event SET seed = content_digest WHERE position = 709 | 709 event document",
                "UPDATE event SET digest = content_digest WHERE position = 710 | 710 event document",
                "UPDATE event SET digest = content_digest WHERE position = 710 | 710 tile hashes",
                "UPDATE event SET digest = content_digest WHERE position = 1390 | 1390 event document",
                "UPDATE event SET digest = content_digest WHERE position = 1390 | - head tree",
                "UPDATE event SET event_version = 0 WHERE position = 712 | 712 event event_version",
                "UPDATE event SET recorded_at = -9000000000000000000 WHERE position = 713 | 713 event recorded_at",
                "DELETE FROM event_key WHERE position = 714 | 714 index key author",
                "UPDATE event_key SET position = 20000 WHERE position = 715 | 715 index key author",
                "UPDATE event_key SET value = '\"Joe\"' WHERE position = 716 | 716 index key author",
                "INSERT INTO event_key SELECT ledger_id, 'owner', value, position FROM event_key WHERE position = 717 | 717 index key owner",
                "INSERT INTO event_key SELECT ledger_id, name, value, 0 FROM event_key WHERE position = 717 | 0 index key author",
                "DELETE FROM event WHERE position = 711 | 711 event position",
                "DELETE FROM tile WHERE tile_index = 2 | 512 tile hashes",
                "DELETE FROM tile_hash WHERE level = 1 AND hash_index = 3 | 768 tile level 1",
                "UPDATE tile_hash SET hash = (SELECT digest FROM event WHERE position = 1) WHERE hash_index = 4 | 1024 tile level 1",
                "UPDATE ledger_head SET tree = NULL | - head tree",
                "UPDATE checkpoint SET note = 'nothing' WHERE tree_size = 900 | - checkpoint note",
                "UPDATE link SET target = 3 | 1400 link target",
                "UPDATE link SET type = 'parent' | 1400 link type",
                "DELETE FROM link | 1400 link ordinal",
                "UPDATE link SET position = 800 | 800 link ordinal",
                "UPDATE link SET position = -1 | -1 link ordinal"
            })
    void a_change_is_found_named_and_located(String sql, String where) throws Exception {
        GrownLedger ledger = signed();
        assertEquals(1, ledger.tamper(sql), sql);
        List<String> found = audit(ledger);
        assertTrue(found.contains(where), () -> where + " is not in " + found);
        assertTrue(found.size() <= 8, found::toString);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40, 200, 300})
    void one_byte_of_a_document_is_found(int index) throws Exception {
        GrownLedger ledger = signed();
        ledger.turn(700, index);
        List<String> found = audit(ledger);
        assertTrue(found.contains("700 event document"), found::toString);
        assertTrue(found.stream().allMatch(each -> each.startsWith("700 event ")), found::toString);
    }

    @Test
    void a_checkpoint_is_held_against_the_key_whose_time_it_was() throws Exception {
        GrownLedger ledger = signed();
        ledger.rotate().to(SIZE + 100, new Random(13));
        ledger.sign(NOON + 2 * SignedCheckpoints.HOUR_MICROS);
        assertEquals(List.of(), audit(ledger));
        ledger.tamper("UPDATE checkpoint_recent SET tree_size = 1300 WHERE tree_size = 1502");
        assertEquals(List.of("- checkpoint size", "- checkpoint signature"), audit(ledger));
    }

    @Test
    void two_events_that_changed_places_are_found_at_both() throws Exception {
        GrownLedger ledger = signed();
        for (String sql : new String[] {
            "UPDATE event SET position = 100000 WHERE position = 500",
            "UPDATE event SET position = 500 WHERE position = 501",
            "UPDATE event SET position = 501 WHERE position = 100000"
        }) {
            assertEquals(1, ledger.tamper(sql));
        }
        List<String> found = audit(ledger);
        assertTrue(found.contains("500 tile hashes"), found::toString);
        assertTrue(found.contains("501 tile hashes"), found::toString);
    }

    @Test
    void the_newest_events_taken_away_with_the_head_set_back_are_missed_by_what_was_signed() throws Exception {
        GrownLedger ledger = signed();
        byte[] tree = ledger.with(tables -> {
            var all = new java.util.ArrayList<byte[]>();
            new StoredTiles(tables).entries(new io.trove.merkle.Tile(0, 0, 256)).forEach(all::add);
            return io.trove.merkle.CompactRange.EMPTY
                    .append(all.stream().map(io.trove.event.Records::leaf).toList(), (level, index, hash) -> {})
                    .bytes();
        });
        ledger.tamper("DELETE FROM event WHERE position >= 256");
        ledger.tamper("DELETE FROM tile WHERE tile_index >= 1");
        ledger.tamper("DELETE FROM tile_hash WHERE hash_index >= 1");
        ledger.tamper("DELETE FROM link");
        try (var connection = ledger.database().source().getConnection();
                var set = connection.prepareStatement(
                        "UPDATE ledger_head SET size = 256, tree = ? WHERE ledger_id = ?")) {
            set.setBytes(1, tree);
            set.setLong(2, ledger.ledger().ledger().id().value());
            set.executeUpdate();
        }
        assertEquals(List.of("- head size"), audit(ledger));
    }

    @Test
    void an_audit_goes_on_where_another_server_left_it() throws Exception {
        GrownLedger ledger = signed();
        ledger.with(tables -> {
            Audit audit = ledger.audit();
            long id = new AuditTable(tables).begin("jane", NOON, Whole.head(tables));
            var first = new AuditTable(tables).find(id).orElseThrow();
            assertTrue(audit.goOn(tables, first));
            assertTrue(!audit.goOn(tables, first), "two servers moved one audit on");
            var second = new AuditTable(tables).find(id).orElseThrow();
            assertEquals(Stretch.LENGTH, second.at());
            assertTrue(audit.goOn(tables, second));
            var bytes = new AuditTable(tables).find(id).orElseThrow();
            assertEquals(OptionalLong.empty(), bytes.endedAt());
            assertTrue(!audit.goOn(tables, bytes));
            var over = new AuditTable(tables).find(id).orElseThrow();
            assertEquals(SIZE, over.at());
            assertEquals(OptionalLong.of(NOON), over.endedAt());
            assertEquals(0, over.count());
            return true;
        });
    }

    @Test
    void jakarta_persistence_reads_an_audit_and_what_it_found() throws Exception {
        GrownLedger ledger = signed();
        try (Rows mapped = Rows.of(ledger.database())) {
            ledger.tamper("UPDATE event SET producer = 'nobody' WHERE position = 704");
            audit(ledger);
            long id = ledger.ledger().ledger().id().value();
            assertTrue(mapped.entities()
                    .find(AuditRow.class, new AuditNumber(id, 1))
                    .isOver(SIZE, 1));
            assertTrue(mapped.entities()
                    .find(DisagreementRow.class, new DisagreementNumber(id, 1, 0))
                    .says(704, "event", "producer"));
        }
    }

    /** A ledger with checkpoints at 900 and at its end, of which one event is linked to the one behind it. */
    private GrownLedger signed() throws Exception {
        GrownLedger ledger = GrownLedger.in(database, kind).to(900, new Random(11));
        ledger.sign(NOON);
        ledger.to(SIZE - 2, new Random(12));
        ledger.link();
        ledger.sign(NOON + SignedCheckpoints.HOUR_MICROS);
        return ledger;
    }

    private static List<String> audit(GrownLedger ledger) throws Exception {
        return ledger.with(tables -> {
            var audits = new AuditTable(tables);
            long id = audits.begin("jane", NOON, Whole.head(tables));
            boolean more = true;
            while (more) {
                more = ledger.audit().goOn(tables, audits.find(id).orElseThrow());
            }
            return audits.found(id).stream()
                    .map(each -> (each.position().isPresent() ? each.position().getAsLong() : "-") + " "
                            + each.subject() + " " + each.field())
                    .toList();
        });
    }
}
