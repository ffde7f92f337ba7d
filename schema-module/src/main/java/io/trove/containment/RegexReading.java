package io.trove.containment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text of a regular expression to its tree. */
final class RegexReading {
    /** The expression says something that no automaton decides, or nothing that can be read. */
    private static final class Unread extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unread() {
            super("not read", null, false, false);
        }
    }

    private static final int DEPTH_MAX = 50;
    private static final int REPEAT_MAX = 100_000;

    private final int[] text;
    private int at;
    private int depth;

    RegexReading(String regex) {
        this.text = regex.codePoints().toArray();
    }

    Optional<Regex> read() {
        try {
            Regex whole = either();
            return at == text.length ? Optional.of(whole) : Optional.empty();
        } catch (Unread e) {
            return Optional.empty();
        }
    }

    private Regex either() {
        if (++depth > DEPTH_MAX) {
            throw new Unread();
        }
        List<Regex> parts = new ArrayList<>();
        do {
            parts.add(sequence());
        } while (taken('|'));
        depth--;
        return parts.size() == 1 ? parts.get(0) : new Regex.Either(parts);
    }

    private Regex sequence() {
        List<Regex> parts = new ArrayList<>();
        while (at < text.length && text[at] != '|' && text[at] != ')') {
            parts.add(repeated(single()));
        }
        return new Regex.Sequence(parts);
    }

    private Regex repeated(Regex part) {
        int least;
        int most;
        if (taken('*')) {
            least = 0;
            most = -1;
        } else if (taken('+')) {
            least = 1;
            most = -1;
        } else if (taken('?')) {
            least = 0;
            most = 1;
        } else if (taken('{')) {
            least = number();
            most = !taken(',') ? least : at < text.length && text[at] == '}' ? -1 : number();
            require('}');
        } else {
            return part;
        }
        if (part instanceof Regex.Start || part instanceof Regex.End || (most >= 0 && most < least)) {
            throw new Unread();
        }
        taken('?');
        if (at < text.length && (text[at] == '*' || text[at] == '+' || text[at] == '{')) {
            throw new Unread();
        }
        return new Regex.Repeat(part, least, most);
    }

    private int number() {
        int from = at;
        int number = 0;
        while (at < text.length && '0' <= text[at] && text[at] <= '9') {
            number = number * 10 + text[at++] - '0';
            if (number > REPEAT_MAX) {
                throw new Unread();
            }
        }
        if (from == at) {
            throw new Unread();
        }
        return number;
    }

    private Regex single() {
        int character = next();
        return switch (character) {
            case '(' -> group();
            case '[' -> new Regex.One(characters());
            case '.' -> new Regex.One(Characters.NO_LINE_END);
            case '^' -> new Regex.Start();
            case '$' -> new Regex.End();
            case '\\' -> new Regex.One(escaped(false));
            case '*', '+', '?', '{' -> throw new Unread();
            default -> new Regex.One(Characters.of(character, character));
        };
    }

    private Regex group() {
        if (taken('?')) {
            if (taken('<')) {
                if (at < text.length && (text[at] == '=' || text[at] == '!')) {
                    throw new Unread();
                }
                while (next() != '>') {
                    // a group's name says nothing
                }
            } else {
                require(':');
            }
        }
        Regex inner = either();
        require(')');
        return inner;
    }

    private Characters characters() {
        boolean negated = taken('^');
        Characters found = new Characters(List.of());
        while (!taken(']')) {
            int first = next();
            if (first == '[' || (first == '&' && at < text.length && text[at] == '&')) {
                throw new Unread();
            }
            Characters one = first == '\\' ? escaped(true) : Characters.of(first, first);
            boolean range = at + 1 < text.length && text[at] == '-' && text[at + 1] != ']';
            if (range && isSingle(one)) {
                at++;
                int last = next();
                Characters end = last == '\\' ? escaped(true) : Characters.of(last, last);
                if (!isSingle(end) || start(end) < start(one)) {
                    throw new Unread();
                }
                one = Characters.of(start(one), start(end));
            }
            found = found.or(one);
        }
        return negated ? found.not() : found;
    }

    private static boolean isSingle(Characters set) {
        return set.ranges().size() == 1
                && set.ranges().get(0).from() == set.ranges().get(0).to();
    }

    private static int start(Characters set) {
        return set.ranges().get(0).from();
    }

    private Characters escaped(boolean inClass) {
        int character = next();
        return switch (character) {
            case 'd' -> Characters.DIGITS;
            case 'D' -> Characters.DIGITS.not();
            case 'w' -> Characters.WORD;
            case 'W' -> Characters.WORD.not();
            case 's' -> Characters.SPACE;
            case 'S' -> Characters.SPACE.not();
            case 't' -> Characters.of('\t', '\t');
            case 'n' -> Characters.of('\n', '\n');
            case 'r' -> Characters.of('\r', '\r');
            case 'f' -> Characters.of('\f', '\f');
            case 'x' -> hex(2);
            case 'u' -> hex(4);
            default -> {
                boolean letterOrDigit = Character.isLetterOrDigit(character);
                if (letterOrDigit || (character == '-' && !inClass)) {
                    throw new Unread();
                }
                yield Characters.of(character, character);
            }
        };
    }

    private Characters hex(int digits) {
        int character = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(next(), 16);
            if (digit < 0) {
                throw new Unread();
            }
            character = character * 16 + digit;
        }
        if (Character.MIN_SURROGATE <= character && character <= Character.MAX_SURROGATE) {
            throw new Unread();
        }
        return Characters.of(character, character);
    }

    private int next() {
        if (at == text.length) {
            throw new Unread();
        }
        return text[at++];
    }

    private boolean taken(int character) {
        boolean there = at < text.length && text[at] == character;
        at += there ? 1 : 0;
        return there;
    }

    private void require(int character) {
        if (!taken(character)) {
            throw new Unread();
        }
    }
}
