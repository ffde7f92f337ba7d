package io.trove.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.Rows;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("database")
class SchemaMappingTest {

    @ParameterizedTest
    @EnumSource(Database.class)
    void the_rows_of_a_registration_are_those_that_jakarta_persistence_reads(Database kind) {
        try (FreshDatabase database = FreshDatabase.of(kind)) {
            TestRegistry registry = TestRegistry.in(database, kind);
            registry.register("note", "1", "{\"schema\":true,\"description\":\"Words\",\"compatibility\":\"FULL\"}");
            try (Rows mapped = Rows.of(database)) {
                long id = registry.ledger().ledger().id().value();
                assertEquals(
                        1,
                        mapped.entities()
                                .find(SchemaVersionRow.class, new SchemaVersionRow.Key(id, "note", "1"))
                                .position());
                Set<Setting> settings = mapped.entities()
                        .createQuery("SELECT s FROM SchemaSettingRow s", SchemaSettingRow.class)
                        .getResultStream()
                        .map(SchemaSettingRow::setting)
                        .collect(Collectors.toSet());
                assertEquals(
                        Set.of(
                                new Setting(1, "note", "1", Setting.STATUS, "ENABLED"),
                                new Setting(1, "note", "1", Setting.DESCRIPTION, "Words"),
                                new Setting(1, "note", "", Setting.COMPATIBILITY, "FULL")),
                        settings);
            }
        }
    }
}
