package io.trove.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random JSON values, the same ones for the same seed. */
public final class AnyJson {
    private static final int[] CHARACTERS = {
        'a', 'b', 'Z', '0', ' ', '"', '\\', '/', '\b', '\n', 0x00, 0x1F, 0x7F, 0x80, 0xF6, 0x7FF, 0x800, 0x20AC, 0x2028,
        0xD7FF, 0xE000, 0xFB33, 0xFFFD, 0xFFFF, 0x10000, 0x1F600, 0x10FFFF
    };

    private final Random random;

    public AnyJson(long seed) {
        random = new Random(seed);
    }

    public Json value() {
        return Json.array(List.of(value(4))).items().get(0);
    }

    /** An object with so many members at most. */
    public Json object(int membersMax) {
        return Json.object(members(membersMax, 3));
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 8)) {
            case 0 -> Json.nul();
            case 1 -> random.nextBoolean();
            case 2 -> (long) random.nextInt();
            case 3 -> number();
            case 4, 5 -> text(12);
            case 6 -> items(depth);
            default -> members(5, depth - 1);
        };
    }

    private List<Object> items(int depth) {
        List<Object> items = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            items.add(value(depth - 1));
        }
        return items;
    }

    private Map<String, Object> members(int countMax, int depth) {
        Map<String, Object> members = new HashMap<>();
        for (int i = random.nextInt(countMax + 1); i > 0; i--) {
            members.put(text(6), value(depth));
        }
        return members;
    }

    /** A finite double: of any bits, or one that people write. */
    public double number() {
        double number = random.nextBoolean()
                ? Double.longBitsToDouble(random.nextLong())
                : Math.round(random.nextGaussian() * 1e6) / Math.pow(10, random.nextInt(8));
        return Double.isFinite(number) ? number : 0.1;
    }

    public String text(int lengthMax) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(lengthMax + 1); i > 0; i--) {
            text.appendCodePoint(CHARACTERS[random.nextInt(CHARACTERS.length)]);
        }
        return text.toString();
    }

    public Random random() {
        return random;
    }
}
