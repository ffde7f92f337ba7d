package io.trove.jsonschema;

import java.util.regex.Pattern;

/** RFC 6570, with the apostrophe that its erratum 6937 gives back to what stands for itself. */
final class UriTemplate {

    private static final String OPERATORS = "+#./;?&=,!@|";
    private static final String NOT_LITERAL = "\"<>\\^`|}";
    private static final Pattern MODIFIER = Pattern.compile("\\*|:[1-9][0-9]{0,3}");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_%]+");

    private UriTemplate() {}

    static boolean is(String text) {
        int at = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
            int close = text.indexOf('}', open);
            if (close < 0 || !areLiterals(text.substring(at, open)) || !isExpression(text.substring(open + 1, close))) {
                return false;
            }
            at = close + 1;
        }
        return areLiterals(text.substring(at)) && UriText.areEscapes(text);
    }

    private static boolean areLiterals(String part) {
        return part.codePoints()
                .allMatch(c -> c < 0x7f
                        ? c > ' ' && NOT_LITERAL.indexOf(c) < 0
                        : UriText.isBeyondAscii(c) || UriText.isPrivate(c));
    }

    private static boolean isExpression(String inside) {
        boolean operated = !inside.isEmpty() && OPERATORS.indexOf(inside.charAt(0)) >= 0;
        for (String variable : (operated ? inside.substring(1) : inside).split(",", -1)) {
            if (!isVariable(variable)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isVariable(String text) {
        int colon = text.indexOf(':');
        int end = text.endsWith("*") ? text.length() - 1 : colon < 0 ? text.length() : colon;
        if (end < text.length() && !MODIFIER.matcher(text.substring(end)).matches()) {
            return false;
        }
        for (String name : text.substring(0, end).split("\\.", -1)) {
            if (!NAME.matcher(name).matches()) {
                return false;
            }
        }
        return true;
    }
}
