package io.trove.event;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import tools.jackson.core.io.schubfach.DoubleToDecimal;

/** Numbers as ECMAScript prints them (RFC 8785, section 3.2.2.3), and those that survive being printed so. */
final class EcmaNumber {
    static final int DIGITS_MAX = 17;
    static final int EXPONENT_DIGITS_MAX = 4;

    /** Any decimal of so few digits is the shortest one of its double, while that is a normal number. */
    private static final int DIGITS_SAFE = 15;

    private static final int POINT_SAFE_MIN = -290;
    private static final int POINT_SAFE_MAX = 308;
    private static final double TINY = 1e-290;
    private static final int POINT_PLAIN_MIN = -6;
    private static final int POINT_PLAIN_MAX = 21;

    private EcmaNumber() {}

    /** The value of a JSON number, without trailing zeros; NumberFormatException says why canonical JSON cannot carry it. */
    static BigDecimal read(String token) {
        int end = exponentAt(token);
        long unscaled = 0;
        int digits = 0;
        int zeros = 0;
        int decimals = 0;
        boolean fraction = false;
        for (int i = token.charAt(0) == '-' ? 1 : 0; i < end; i++) {
            char c = token.charAt(i);
            if (c == '.') {
                fraction = true;
                continue;
            }
            decimals += fraction ? 1 : 0;
            if (c == '0') {
                zeros += digits > 0 ? 1 : 0;
                continue;
            }
            digits += zeros + 1;
            if (digits > DIGITS_MAX) {
                throw refused(token, "has more than 17 significant digits");
            }
            for (; zeros >= 0; zeros--) {
                unscaled *= 10;
            }
            unscaled += c - '0';
            zeros = 0;
        }
        if (digits == 0) {
            return BigDecimal.ZERO;
        }
        int exponent = zeros - decimals + exponent(token, end);
        BigDecimal value = BigDecimal.valueOf(token.charAt(0) == '-' ? -unscaled : unscaled, -exponent);
        requirePrintable(token, value, digits, exponent + digits);
        return value;
    }

    /** How this double is printed, as a decimal without trailing zeros. */
    static BigDecimal shortest(double number) {
        if (number == 0) {
            return BigDecimal.ZERO;
        }
        if (Math.abs(number) < TINY) {
            return shortestByTrial(number);
        }
        return new BigDecimal(DoubleToDecimal.toString(number)).stripTrailingZeros();
    }

    /** The text of a value that {@link #read} or {@link #shortest} gave. */
    static String text(BigDecimal value) {
        String digits = value.unscaledValue().abs().toString();
        String sign = value.signum() < 0 ? "-" : "";
        int count = digits.length();
        int point = count - value.scale();
        if (value.signum() == 0) {
            return "0";
        }
        if (count <= point && point <= POINT_PLAIN_MAX) {
            return sign + digits + "0".repeat(point - count);
        }
        if (0 < point && point <= POINT_PLAIN_MAX) {
            return sign + digits.substring(0, point) + "." + digits.substring(point);
        }
        if (POINT_PLAIN_MIN < point && point <= 0) {
            return sign + "0." + "0".repeat(-point) + digits;
        }
        String mantissa = count == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return sign + mantissa + "e" + (point > 0 ? "+" : "") + (point - 1);
    }

    private static void requirePrintable(String token, BigDecimal value, int digits, int point) {
        if (digits <= DIGITS_SAFE && point > POINT_SAFE_MIN && point <= POINT_SAFE_MAX) {
            return;
        }
        double nearest = value.doubleValue();
        if (Double.isInfinite(nearest)) {
            throw refused(token, "is too large");
        }
        BigDecimal printed = shortest(nearest);
        if (printed.compareTo(value) != 0) {
            throw refused(token, "would become " + text(printed));
        }
    }

    private static int exponentAt(String token) {
        int at = token.indexOf('e');
        at = at < 0 ? token.indexOf('E') : at;
        return at < 0 ? token.length() : at;
    }

    private static int exponent(String token, int at) {
        if (at == token.length()) {
            return 0;
        }
        int from = at + 1;
        boolean negative = token.charAt(from) == '-';
        if (negative || token.charAt(from) == '+') {
            from++;
        }
        while (from < token.length() && token.charAt(from) == '0') {
            from++;
        }
        if (token.length() - from > EXPONENT_DIGITS_MAX) {
            throw refused(token, "has an exponent of more than 4 digits");
        }
        int exponent = from == token.length() ? 0 : Integer.parseInt(token, from, token.length(), 10);
        return negative ? -exponent : exponent;
    }

    /** Near zero a double has fewer digits than {@link DoubleToDecimal} prints at least. */
    private static BigDecimal shortestByTrial(double number) {
        BigDecimal exact = new BigDecimal(number);
        for (int digits = 1; digits < DIGITS_MAX; digits++) {
            BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (nearest.doubleValue() == number) {
                return nearest.stripTrailingZeros();
            }
            BigDecimal up = exact.round(new MathContext(digits, RoundingMode.UP));
            if (up.doubleValue() == number) {
                return up.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(DIGITS_MAX, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    private static NumberFormatException refused(String token, String why) {
        String shown = token.length() <= 40 ? token : token.substring(0, 40) + "…";
        return new NumberFormatException("the number " + shown + " " + why + " in RFC 8785; send it as a string");
    }
}
