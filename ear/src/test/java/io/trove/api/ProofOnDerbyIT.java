package io.trove.api;

import static io.trove.api.Ask.number;
import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.evidence.NoteKey;
import io.trove.evidence.SignedNote;
import io.trove.server.Server;
import io.trove.server.Shared;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProofOnDerbyIT extends ProofContract {

    @Override
    Server server() {
        return Shared.onDerby();
    }

    @Test
    void a_ledger_signs_with_another_key_and_whoever_trusts_the_old_one_is_led_to_it() throws Exception {
        append(3);
        NoteKey old = key();
        SignedNote before = note();
        String size = before.text().lines().toList().get(1);
        HttpResponse<String> rotated = rotate("the first");
        assertEquals(200, rotated.statusCode(), rotated.body());
        assertEquals(rotated.body(), rotate("the first").body());
        assertEquals(4, number(rotated, "/position"), rotated.body());
        NoteKey now = NoteKey.parse(text(rotated, "/key"));
        assertFalse(now.equals(old));
        assertTrue(note().isSignedBy(old) && key().equals(old));
        assertTrue(SignedNote.parse(ask().get(at("checkpoint?size=5")).body()).isSignedBy(old));
        append(2);
        String id = text(ask().append("{\"type\":\"document.uploaded\",\"payload\":{}}"), "/id/id");
        Path evidence = file("rotated.trove", ask().get(ask().events() + "/" + id + "/evidence?from=" + size));
        assertTrue(note().isSignedBy(now) && key().equals(now));
        Path older = Files.writeString(evidence.resolveSibling("old.checkpoint"), before.print());
        assertEquals(0, verify(evidence, "--key", now.text()), output());
        assertEquals(0, verify(evidence, "--key", old.text()), output());
        assertTrue(output().contains("handed over to"), output());
        assertEquals(0, verify(evidence, "--key", old.text(), "--from", older.toString()), output());
        String shown = Files.readString(evidence);
        assertEquals("true", said(shown, "holds"));
        assertEquals("false", said(shown.replace("\\n5\\n", "\\n6\\n"), "holds"));
        HttpResponse<String> keys = ask().get(at("keys"));
        assertEquals(old.text(), text(keys, "/items/0/key"), keys.body());
        assertEquals(5, number(keys, "/items/0/toSize"), keys.body());
        assertEquals(6, number(keys, "/items/1/fromSize"), keys.body());
    }
}
