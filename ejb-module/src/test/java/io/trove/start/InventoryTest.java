package io.trove.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class InventoryTest {

    @Test
    void a_secret_says_only_whether_it_is_set() {
        assertEquals("set, and not shown", Inventory.shown("TROVE_DB_PASSWORD", "hunter2"));
        assertEquals("set, and not shown", Inventory.shown("TROVE_SIGNING_KEY", "MC4C"));
        assertEquals("", Inventory.shown("TROVE_ADMIN_PASSWORD", ""));
    }

    @Test
    void a_password_inside_an_address_is_not_shown() {
        assertEquals(
                "jdbc:postgresql://db/trove?user=a&password=***&ssl=true",
                Inventory.shown("TROVE_DB_URL", "jdbc:postgresql://db/trove?user=a&password=hunter2&ssl=true"));
        assertEquals("https://***@s3.example", Inventory.shown("TROVE_S3_ENDPOINT", "https://key:secret@s3.example"));
    }
}
