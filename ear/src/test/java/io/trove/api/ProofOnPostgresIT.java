package io.trove.api;

import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.evidence.NoteKey;
import io.trove.server.Server;
import io.trove.server.Shared;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class ProofOnPostgresIT extends ProofContract {

    @Override
    Server server() {
        return Shared.onPostgres();
    }

    @Test
    void servers_that_share_a_key_go_on_with_it_until_each_has_another() {
        NoteKey before = key();
        HttpResponse<String> refused = rotate("too early");
        assertEquals(409, refused.statusCode(), refused.body());
        assertTrue(text(refused, "/type").endsWith("key-not-rotated"), refused.body());
        assertTrue(text(refused, "/detail").contains("TROVE_SIGNING_KEY"), refused.body());
        assertEquals(before, key());
    }
}
