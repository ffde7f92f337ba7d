package io.trove.dialect;

import io.trove.event.AnyJsonText;
import io.trove.event.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of documents that are nearly right; a failure is shrunk to the fewest members that show it. */
class DialectPropertyTest {

    @Provide
    Arbitrary<Dialect> dialects() {
        return Arbitraries.of(List.copyOf(Dialects.all()));
    }

    /** Members to change, counted in the document's own order, and what they say instead. */
    @Provide
    Arbitrary<Map<Integer, Json>> changes() {
        return Arbitraries.maps(Arbitraries.integers().between(0, 20), AnyJsonText.value())
                .ofMaxSize(4);
    }

    @Property(tries = 400)
    void a_document_is_refused_or_kept_and_read_again(
            @ForAll("dialects") Dialect dialect, @ForAll long seed, @ForAll("changes") Map<Integer, Json> changes) {
        Map<String, Json> members =
                new TreeMap<>(new AnyDocument(seed).of(dialect.name()).members());
        var names = new ArrayList<>(members.keySet());
        changes.forEach((which, value) -> members.put(names.get(which % names.size()), value));
        RefusedOrKept.check(dialect, Json.object(members));
    }
}
