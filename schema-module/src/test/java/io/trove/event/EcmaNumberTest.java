package io.trove.event;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Comparator.comparing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EcmaNumberTest {

    /** The table of RFC 8785, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void a_double_is_printed_as_in_RFC_8785(String bits, String text) {
        double number = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
        assertEquals(text, EcmaNumber.text(EcmaNumber.shortest(number)));
    }

    @Test
    void any_double_is_printed_by_its_shortest_and_then_nearest_decimal() {
        AnyJson any = new AnyJson(3);
        for (int i = 0; i < 30_000; i++) {
            requireShortest(any.number());
        }
    }

    @Test
    void powers_of_two_and_ten_and_the_smallest_doubles_are_printed_by_their_shortest_decimal() {
        for (int exponent = -1074; exponent < 1024; exponent++) {
            double power = Math.scalb(1.0, exponent);
            Stream.of(Math.nextDown(power), power, Math.nextUp(power)).forEach(this::requireShortest);
        }
        for (int exponent = -323; exponent < 309; exponent++) {
            double power = Double.parseDouble("1e" + exponent);
            Stream.of(Math.nextDown(power), power, Math.nextUp(power)).forEach(this::requireShortest);
        }
        for (long bits = 1; bits < 2_000; bits++) {
            requireShortest(Double.longBitsToDouble(bits));
        }
    }

    /** Naive: the first length at which a decimal reads back as the double, of those the nearest, of two the even one. */
    private void requireShortest(double number) {
        if (number == 0 || !Double.isFinite(number)) {
            return;
        }
        BigDecimal exact = new BigDecimal(number);
        BigDecimal wanted = Stream.iterate(1, digits -> digits + 1)
                .flatMap(digits -> Stream.of(RoundingMode.DOWN, RoundingMode.UP)
                        .map(mode -> exact.round(new MathContext(digits, mode)))
                        .filter(decimal -> decimal.doubleValue() == number)
                        .min(comparing((BigDecimal decimal) ->
                                        decimal.subtract(exact).abs())
                                .thenComparing(
                                        decimal -> decimal.unscaledValue().testBit(0)))
                        .stream())
                .findFirst()
                .orElseThrow();
        BigDecimal printed = new BigDecimal(EcmaNumber.text(EcmaNumber.shortest(number)));
        assertEquals(0, wanted.compareTo(printed), () -> "wanted " + wanted + ", got " + printed);
        assertEquals(number, printed.doubleValue());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "0.000, 0",
        "0e5, 0",
        "1.0, 1",
        "1e2, 100",
        "1E+2, 100",
        "100e-2, 1",
        "-1.50, -1.5",
        "1e21, 1e+21",
        "1e20, 100000000000000000000",
        "123456789012345680000, 123456789012345680000",
        "9007199254740990.0e-1, 900719925474099",
        "0.1, 0.1",
        "0.10000000000000000000, 0.1",
        "9007199254740992, 9007199254740992",
        "0.000001, 0.000001",
        "0.0000001, 1e-7",
        "1e00000000000000000002, 100",
        "5e-324, 5e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "1152921504606847000, 1152921504606847000",
        "-9223372036854775808e0, x",
        "9223372036854776000, 9223372036854776000"
    })
    void a_number_is_kept_when_its_value_is_what_RFC_8785_prints(String token, String text) {
        if (text.equals("x")) {
            assertThrows(NumberFormatException.class, () -> EcmaNumber.read(token));
            return;
        }
        assertEquals(text, EcmaNumber.text(EcmaNumber.read(token)));
        assertEquals(text, Json.parse(token.getBytes(US_ASCII)).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9007199254740993", "12345678901234567890", "0.10000000000000001", "0.1000000000000000055", "1e309",
                        "-1e309",
                "1e-400", "1e99999", "1e-99999", "1e999999999999999999999", "4.9e-324", "2.4703282292062327e-324",
                "1.7976931348623158e308", "1.7976931348623159e308", "123456789012345678", "333333333.33333329"
            })
    void a_number_that_RFC_8785_would_change_is_refused_with_advice(String token) {
        Malformed refusal = assertThrows(Malformed.class, () -> Json.parse(token.getBytes(US_ASCII)));
        assertTrue(refusal.reason().contains("send it as a string"), refusal.reason());
    }

    @Test
    void what_is_accepted_is_exactly_what_the_design_says() {
        AnyJson any = new AnyJson(4);
        for (int i = 0; i < 30_000; i++) {
            String token = anyToken(any);
            BigDecimal printed = new BigDecimal(EcmaNumber.text(EcmaNumber.shortest(Double.parseDouble(token))));
            boolean wanted = new BigDecimal(token).compareTo(printed) == 0;
            assertEquals(wanted, isAccepted(token), token);
        }
    }

    private static String anyToken(AnyJson any) {
        String digits = new BigInteger(60, any.random()).toString();
        String token = digits.substring(0, 1 + any.random().nextInt(digits.length()));
        int exponent = any.random().nextInt(40) - 20;
        return any.random().nextBoolean()
                ? token + "e" + exponent
                : new BigDecimal(any.number())
                        .round(new MathContext(15 + any.random().nextInt(4)))
                        .toString();
    }

    private static boolean isAccepted(String token) {
        try {
            EcmaNumber.read(token);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    @Test
    void millions_of_digits_and_huge_exponents_are_refused_without_being_computed() {
        assertThrows(Malformed.class, () -> Json.parse("1".repeat(5_000_000).getBytes(US_ASCII)));
        assertThrows(Malformed.class, () -> Json.parse(("1e" + "9".repeat(900)).getBytes(US_ASCII)));
    }
}
