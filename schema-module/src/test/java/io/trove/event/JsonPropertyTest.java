package io.trove.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of any JSON; a failure is shrunk to the smallest text that shows it. */
class JsonPropertyTest {
    private static final int TRIES = 100;

    /** A value, and a text of it. */
    record Written(Json value, String text) {}

    @Provide
    Arbitrary<Json> values() {
        return AnyJsonText.value();
    }

    @Provide
    Arbitrary<Written> written() {
        return AnyJsonText.value().flatMap(value -> AnyJsonText.written(value).map(text -> new Written(value, text)));
    }

    @Provide
    Arbitrary<List<Json>> objects() {
        return Arbitraries.maps(AnyJsonText.text(), AnyJsonText.value())
                .ofMaxSize(3)
                .map(Json::object)
                .list()
                .ofMaxSize(6);
    }

    @Property(tries = TRIES)
    void the_canonical_form_is_read_as_the_same_value_and_is_its_own(@ForAll("values") Json value) {
        byte[] canonical = value.canonical();
        assertEquals(value, Json.parse(canonical));
        assertArrayEquals(canonical, Json.parse(canonical).canonical());
    }

    @Property(tries = TRIES)
    void kept_bytes_and_any_others_are_read_as_what_they_are(@ForAll("written") Written written) {
        byte[] canonical = written.value().canonical();
        assertEquals(written.value(), Json.kept(canonical));
        assertArrayEquals(canonical, Json.kept(canonical).canonical());
        assertEquals(written.value(), Json.kept(written.text().getBytes(UTF_8)));
    }

    @Property(tries = TRIES)
    void however_it_is_written_a_value_has_one_canonical_form(@ForAll("written") Written written) {
        assertArrayEquals(
                written.value().canonical(),
                Json.parse(written.text().getBytes(UTF_8)).canonical(),
                written.text());
    }

    @Property(tries = TRIES)
    void a_text_that_breaks_off_is_malformed(@ForAll("objects") List<Json> objects, @ForAll int where) {
        byte[] whole = Json.array(objects).canonical();
        byte[] part = Arrays.copyOf(whole, Math.floorMod(where, whole.length));
        assertThrows(Malformed.class, () -> Json.parse(part));
    }

    @Property(tries = TRIES)
    void lines_are_the_values_that_were_written(@ForAll("objects") List<Json> objects, @ForAll boolean blanks)
            throws IOException {
        byte[] text = AnyJsonText.lines(objects, blanks ? " \r\n" : "").getBytes(UTF_8);
        var lines = new JsonLines(new ByteArrayInputStream(text), text.length + 1L);
        var read = new ArrayList<Json>();
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            read.add(line.get().value());
            assertEquals(read.size() * (blanks ? 2 : 1), line.get().number());
        }
        assertEquals(objects, read);
    }
}
