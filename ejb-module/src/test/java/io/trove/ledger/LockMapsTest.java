package io.trove.ledger;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.Map;
import org.apache.derby.impl.jdbc.EmbedConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What Derby keeps is looked at where it keeps it: nothing else tells, but the time that look-ups take. */
@Tag("database")
class LockMapsTest {

    private static final int ROWS = 1_000;

    private FreshDatabase database;
    private LedgerId ledger;
    private Connection connection;

    @BeforeEach
    void aLedger() throws Exception {
        database = FreshDatabase.of(Database.DERBY);
        ledger = TestLedger.in(database.source()).ledger().id();
        connection = database.source().getConnection();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
        database.close();
    }

    @Test
    void the_map_of_a_transaction_of_many_rows_is_let_go_with_it() throws Exception {
        Map<?, ?> large = written();
        LockMaps.letGo(connection, ledger, ROWS);
        connection.commit();
        assertFalse(isKept(large));
    }

    @Test
    void derby_would_keep_it() throws Exception {
        Map<?, ?> large = written();
        connection.commit();
        assertTrue(isKept(large), "Derby keeps no large map of locks any more, and needs no help to let it go");
    }

    /** Writes many rows; the map of their locks. */
    private Map<?, ?> written() throws Exception {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO entity_parked VALUES (?, 0, ?, 'type', 'id')")) {
            for (int i = 0; i < ROWS; i++) {
                insert.setLong(1, ledger.value());
                insert.setLong(2, i);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        Map<?, ?> groups = (Map<?, ?>) field(locks(), "groups");
        Map<?, ?> largest = Map.of();
        for (Object each : groups.values()) {
            Map<?, ?> group = (Map<?, ?>) each;
            largest = group.size() > largest.size() ? group : largest;
        }
        assertTrue(largest.size() >= ROWS, largest.size() + " locks");
        return largest;
    }

    private boolean isKept(Map<?, ?> map) throws Exception {
        return ((Collection<?>) field(locks(), "spareGroups")).stream().anyMatch(each -> each == map);
    }

    private Object locks() throws Exception {
        EmbedConnection derby = connection.unwrap(EmbedConnection.class);
        Object transaction = called(called(derby, "getLanguageConnection"), "getTransactionExecute");
        return called(field(transaction, "rawtran"), "getCompatibilitySpace");
    }

    private static Object field(Object owner, String name) throws Exception {
        for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field.get(owner);
                }
            }
        }
        throw new AssertionError("no field " + name + " in " + owner.getClass());
    }

    private static Object called(Object owner, String name) throws Exception {
        for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == 0) {
                    method.setAccessible(true);
                    return method.invoke(owner);
                }
            }
        }
        throw new AssertionError("no method " + name + " in " + owner.getClass());
    }
}
