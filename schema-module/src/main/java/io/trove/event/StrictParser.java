package io.trove.event;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Bytes to a tree whose objects are sorted as RFC 8785 sorts them; whatever that cannot carry is Malformed. */
final class StrictParser {
    static final int DEPTH_MAX = 64;
    static final int NUMBER_LENGTH_MAX = 1_000;
    static final int NAME_LENGTH_MAX = 8_192;
    static final int STRING_LENGTH_MAX = 16 * 1024 * 1024;

    private static final JsonFactory FACTORY = factory(false);
    private static final JsonFactory DUPLICATE_FINDER = factory(true);
    private static final int INTEGER_LENGTH_SAFE = 15;

    /** What the parser tells those who programmed it. */
    private static final Pattern ADVICE = Pattern.compile("[ :(]*[^(:]*Feature.*", Pattern.DOTALL);

    private final byte[] bytes;
    private final boolean surrogateEscapes;
    private final JsonParser parser;
    private final Gathering gathering = new Gathering();

    private StrictParser(byte[] bytes, boolean surrogateEscapes, JsonFactory factory) {
        this.bytes = bytes;
        this.surrogateEscapes = surrogateEscapes;
        this.parser = factory.createParser(ObjectReadContext.empty(), bytes);
    }

    static JsonNode parse(byte[] utf8) {
        StrictParser strict = new StrictParser(utf8, Utf8.check(utf8), FACTORY);
        try (JsonParser parser = strict.parser) {
            return strict.document();
        }
    }

    /** Some members of an object in canonical form: it was checked when it was brought into that. */
    static JsonNode membersOf(byte[] canonical, Set<String> names) {
        StrictParser strict = new StrictParser(canonical, false, FACTORY);
        try (JsonParser parser = strict.parser) {
            parser.nextToken();
            return strict.members(names);
        } catch (JacksonException e) {
            throw strict.malformed(e);
        }
    }

    private JsonNode members(Set<String> names) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (names.contains(name)) {
                object.set(name, value(token));
            } else {
                parser.skipChildren();
            }
        }
        return object;
    }

    private JsonNode document() {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw malformed("nothing; a JSON value was wanted");
            }
            JsonNode tree = value(first);
            if (parser.nextToken() != null) {
                throw malformed("more after the end of the JSON value");
            }
            return tree;
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    private JsonNode value(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> StringNode.valueOf(paired(parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(token);
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            case VALUE_NULL -> NullNode.getInstance();
            default -> throw malformed("a JSON value was wanted");
        };
    }

    private JsonNode object() {
        int from = gathering.begin();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            paired(name);
            gathering.add(name, value(parser.nextToken()));
        }
        Optional<String> twice = gathering.sort(from);
        if (twice.isPresent()) {
            throw duplicate(twice.get());
        }
        return gathering.end(from);
    }

    /** The same object with its members in the order of RFC 8785. */
    static JsonNode sorted(ObjectNode object) {
        var members = new ArrayList<>(object.properties());
        members.sort(Map.Entry.comparingByKey());
        object.removeAll();
        for (Map.Entry<String, JsonNode> member : members) {
            object.set(member.getKey(), member.getValue());
        }
        return object;
    }

    private JsonNode array() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(token));
        }
        return array;
    }

    private JsonNode number(JsonToken token) {
        if (token == JsonToken.VALUE_NUMBER_INT && parser.getStringLength() <= INTEGER_LENGTH_SAFE) {
            return LongNode.valueOf(parser.getLongValue());
        }
        try {
            return node(EcmaNumber.read(parser.getString()));
        } catch (NumberFormatException e) {
            throw malformed(e.getMessage());
        }
    }

    /** One kind of node for one value, so that equal values are equal trees. */
    static JsonNode node(BigDecimal number) {
        boolean fits = number.scale() <= 0 && number.precision() - number.scale() <= 18;
        return fits ? LongNode.valueOf(number.longValueExact()) : DecimalNode.valueOf(number);
    }

    private String paired(String text) {
        if (surrogateEscapes && hasUnpairedSurrogate(text)) {
            throw malformed("a string with half a surrogate pair, which UTF-8 cannot carry");
        }
        return text;
    }

    static boolean hasUnpairedSurrogate(String text) {
        int i = 0;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            if (Character.MIN_SURROGATE <= point && point <= Character.MAX_SURROGATE) {
                return true;
            }
            i += Character.charCount(point);
        }
        return false;
    }

    /** Parsed once more, because only the refusal needs to know where every name stands. */
    private Malformed duplicate(String name) {
        StrictParser finder = new StrictParser(bytes, surrogateEscapes, DUPLICATE_FINDER);
        try (JsonParser tokens = finder.parser) {
            JsonToken token = tokens.nextToken();
            while (token != null) {
                token = tokens.nextToken();
            }
        } catch (JacksonException e) {
            return finder.malformed("the member " + Json.of(name) + " for the second time in one object");
        }
        throw new IllegalStateException("no duplicate found");
    }

    private Malformed malformed(String reason) {
        return Utf8.malformed(bytes, (int) parser.currentTokenLocation().getByteOffset(), reason);
    }

    private Malformed malformed(JacksonException e) {
        if (e instanceof UnexpectedEndOfInputException) {
            return Utf8.malformed(bytes, bytes.length, "the JSON value ends too early");
        }
        if (e instanceof StreamConstraintsException) {
            return malformed(limit());
        }
        String reason = ADVICE.matcher(e.getOriginalMessage()).replaceFirst("");
        return Utf8.malformed(bytes, (int) e.getLocation().getByteOffset(), reason);
    }

    private static String limit() {
        return "over a limit: " + DEPTH_MAX + " levels, numbers of " + NUMBER_LENGTH_MAX + " characters, names of "
                + NAME_LENGTH_MAX + ", strings of " + STRING_LENGTH_MAX;
    }

    private static JsonFactory factory(boolean findsDuplicates) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH_MAX)
                        .maxNumberLength(NUMBER_LENGTH_MAX)
                        .maxNameLength(NAME_LENGTH_MAX)
                        .maxStringLength(STRING_LENGTH_MAX)
                        .build())
                .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, findsDuplicates)
                .build();
    }
}
