package io.trove.containment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private static final String LATEST = "https://json-schema.org/draft/2020-12/schema";
    private static final List<String> DRAFTS =
            List.of("http://json-schema.org/draft-07/schema#", "https://json-schema.org/draft/2019-09/schema", LATEST);
    private static final List<String> NAMES = List.of(
            "date",
            "time",
            "date-time",
            "duration",
            "email",
            "idn-email",
            "hostname",
            "idn-hostname",
            "ipv4",
            "ipv6",
            "uri",
            "uri-reference",
            "iri",
            "iri-reference",
            "uri-template",
            "uuid",
            "json-pointer",
            "relative-json-pointer",
            "regex",
            "color",
            "phone",
            "style",
            "ip-address",
            "host-name",
            "utc-millisec",
            "style",
            "alpha",
            "alphanumeric",
            "binary",
            "byte",
            "int32",
            "int64",
            "float",
            "double",
            "password",
            "html",
            "markdown");
    private static final List<String> PIECES = List.of(
            "2024",
            "-",
            "03",
            "15",
            "T",
            "t",
            " ",
            "10:30:00",
            "Z",
            "z",
            "+02:00",
            "+0200",
            ".5",
            ",5",
            "P",
            "1Y",
            "1.5D",
            "W",
            "a",
            "@",
            ".",
            "example",
            ":",
            "::",
            "%eth0",
            "ffff",
            "127.0.0.1",
            "0x7f",
            "/",
            "~",
            "#",
            "http",
            "é",
            "\n",
            "00000000",
            "urn",
            "[",
            "]",
            "1");

    @Test
    void what_the_validator_asserts_is_claimed_and_nothing_else() {
        for (String draft : DRAFTS) {
            TreeSet<String> asserted = new TreeSet<>();
            TreeSet<String> claimed = new TreeSet<>();
            for (String name : NAMES) {
                Side side = side(draft, name);
                if (texts().stream().anyMatch(text -> side.refuses().test(Json.of(text)))) {
                    asserted.add(name);
                }
                if (Formats.isAsserted(name)) {
                    claimed.add(name);
                }
            }
            assertEquals(asserted, claimed, draft);
        }
    }

    @Test
    void the_texts_known_of_a_format_are_what_the_validator_says_they_are() {
        for (String name : NAMES) {
            Side side = side(LATEST, name);
            for (String text : Formats.valid(name)) {
                assertTrue(side.accepts().test(Json.of(text)), name + " of " + text);
            }
            for (String text : Formats.invalid(name)) {
                assertFalse(side.accepts().test(Json.of(text)), name + " of " + text);
            }
        }
    }

    @Test
    void a_text_of_a_format_has_its_outer_shape() {
        for (String name : NAMES) {
            Side side = side(LATEST, name);
            for (String text : texts()) {
                if (side.accepts().test(Json.of(text))) {
                    assertTrue(Formats.of(name, text) != Truth.NO, () -> name + " of \"" + text + '"');
                }
            }
        }
    }

    private static Side side(String draft, String format) {
        return SideOfTests.of(Json.object(Map.of("$schema", draft, "type", "string", "format", format)));
    }

    private static List<String> texts() {
        Random random = new Random(3);
        List<String> texts = new ArrayList<>(List.of("", "x", "(", "\\", "{", "/~", "-", "2024-13-45"));
        NAMES.forEach(name -> texts.addAll(Formats.valid(name)));
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int parts = 1 + random.nextInt(6); parts > 0; parts--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            texts.add(text.toString());
        }
        return texts;
    }
}
