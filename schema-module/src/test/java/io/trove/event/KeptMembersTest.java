package io.trove.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KeptMembersTest {

    private static final String UID = "00112233445566778899aabbccddeeff";
    private static final long NOON = 1_700_049_600_000_000L;
    private static final int DOCUMENTS = 500;

    private final AnyEvent any = new AnyEvent(11);
    private final Random random = new Random(12);

    @Test
    void each_member_is_what_the_parsed_document_says_in_whatever_order_they_are_asked_for() {
        List<String> names =
                new ArrayList<>(Member.ALL.stream().map(Member::title).toList());
        names.add("other");
        for (int i = 0; i < DOCUMENTS; i++) {
            byte[] kept = kept();
            Json parsed = Json.parse(kept);
            Collections.shuffle(names, random);
            var members = new KeptMembers(kept);
            names.forEach(name -> assertEquals(parsed.member(name), members.json(name), name));
            names.forEach(name -> assertEquals(parsed.member(name), members.json(name), name + " again"));
        }
    }

    @Test
    void some_members_are_an_object_of_those_that_there_are() {
        for (int i = 0; i < DOCUMENTS; i++) {
            byte[] kept = kept();
            Set<String> names = some();
            Map<String, Json> expected = new TreeMap<>(Json.parse(kept).members());
            expected.keySet().retainAll(names);
            assertEquals(Json.object(expected), new KeptMembers(kept).json(names));
        }
    }

    @Test
    void with_members_of_another_it_is_the_canonical_form_of_both_however_much_was_looked_at_before() {
        for (int i = 0; i < DOCUMENTS; i++) {
            byte[] kept = kept();
            Json other = Json.parse(kept());
            Set<String> names = some();
            var members = new KeptMembers(kept);
            some().stream().limit(random.nextInt(3)).forEach(members::json);
            assertEquals(both(kept, other, names), text(members.with(other, names)));
        }
    }

    @Test
    void of_bytes_that_are_not_as_a_document_is_kept_all_is_parsed() {
        Json other = Json.object(Map.of("payload", 2, "actor", 3));
        for (String form : List.of(
                "{\"payload\":1,\"actor\":{\"id\":\"x\"}}",
                "{ \"actor\": {\"id\": \"x\"}, \"payload\": 1}",
                "{\"actor\":{\"id\":\"x\"},\"other\":[1],\"payload\":1}",
                "{\"actor\":{\"id\":\"x\"},\"payload\":1,\"userId\":\"u\",\"z\":0}",
                "{\"actor\":{\"id\":\"x\"},\"payload\":1} ",
                "{}")) {
            byte[] kept = form.getBytes(StandardCharsets.UTF_8);
            Json parsed = Json.parse(kept);
            var members = new KeptMembers(kept);
            assertEquals(
                    both(kept, other, Set.of("payload", "message")),
                    text(members.with(other, Set.of("payload", "message"))));
            for (String name : List.of("actor", "payload", "userId")) {
                assertEquals(parsed.member(name), members.json(name), form + name);
            }
        }
        assertEquals(Optional.empty(), new KeptMembers(new byte[] {'{', '}'}).json("type"));
    }

    private Set<String> some() {
        return Member.ALL.stream()
                .map(Member::title)
                .filter(name -> random.nextBoolean())
                .collect(Collectors.toSet());
    }

    private static String both(byte[] kept, Json other, Set<String> names) {
        Map<String, Json> both = new TreeMap<>(Json.parse(kept).members());
        names.stream()
                .filter(name -> both.remove(name) != null)
                .forEach(name -> other.member(name).ifPresent(value -> both.put(name, value)));
        return Json.object(both).toString();
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private byte[] kept() {
        return Draft.of(any.event())
                .complete(AnyEvent.defaults(UID, any.seed()))
                .keep(7, NOON)
                .document();
    }
}
