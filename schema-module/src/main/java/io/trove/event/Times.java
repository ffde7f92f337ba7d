package io.trove.event;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** Times as Trove stores and prints them: microseconds since 1970, and UTC with six decimals. */
public final class Times {
    /** The last microsecond of the year 9999. */
    public static final long MICROS_MAX = LocalDate.of(10_000, 1, 1).toEpochDay() * 86_400_000_000L - 1;

    static final int TEXT_LENGTH = 27;

    private static final long MICROS = 1_000_000;
    private static final int SECONDS_A_DAY = 86_400;
    private static final int DECIMALS_MAX = 9;
    private static final long SECONDS_MIN = LocalDate.of(0, 1, 1).toEpochDay() * SECONDS_A_DAY;
    private static final long SECONDS_MAX = LocalDate.of(10_000, 1, 1).toEpochDay() * SECONDS_A_DAY - 1;
    private static final String WANTED = "a time such as 2024-03-15T10:30:00Z or 2024-03-15T10:30:00.123+01:00";

    private Times() {}

    /** The microsecond of an RFC 3339 time; what is finer is cut off. DateTimeException for any other text. */
    public static long micros(String iso) {
        byte[] text = iso.getBytes(StandardCharsets.ISO_8859_1);
        return micros(text, 0, text.length);
    }

    /** The same of a text that is these bytes. */
    static long micros(byte[] text, int from, int to) {
        return new Reading(text, from, to).micros();
    }

    /** The microsecond of an instant; what is finer is cut off. */
    public static long micros(Instant instant) {
        return instant.getEpochSecond() * MICROS + instant.getNano() / 1_000;
    }

    /** UTC with six decimals and {@code Z}, for the years 0000 to 9999; always 27 characters. */
    public static String text(long micros) {
        long seconds = Math.floorDiv(micros, MICROS);
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(seconds, SECONDS_A_DAY));
        if (date.getYear() < 0 || date.getYear() > 9999) {
            throw new DateTimeException("the year " + date.getYear() + " has not four digits");
        }
        int second = Math.floorMod(seconds, SECONDS_A_DAY);
        byte[] text = "0000-00-00T00:00:00.000000Z".getBytes(StandardCharsets.ISO_8859_1);
        put(text, 4, date.getYear());
        put(text, 7, date.getMonthValue());
        put(text, 10, date.getDayOfMonth());
        put(text, 13, second / 3600);
        put(text, 16, second / 60 % 60);
        put(text, 19, second % 60);
        put(text, 26, (int) Math.floorMod(micros, MICROS));
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void put(byte[] text, int end, int number) {
        int rest = number;
        for (int i = end - 1; rest > 0; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static final class Reading {
        private final byte[] iso;
        private final int end;
        private int at;

        private Reading(byte[] iso, int from, int end) {
            this.iso = iso;
            this.at = from;
            this.end = end;
        }

        private long micros() {
            int year = digits(4);
            expect('-');
            int month = digits(2);
            expect('-');
            long day = day(year, month, digits(2));
            expect('T');
            int hour = below(24, digits(2));
            expect(':');
            int minute = below(60, digits(2));
            expect(':');
            int second = below(60, digits(2));
            long fraction = fraction();
            long seconds = day * SECONDS_A_DAY + hour * 3600L + minute * 60L + second - offset();
            if (at != end) {
                throw refused();
            }
            if (seconds < SECONDS_MIN || seconds > SECONDS_MAX) {
                throw new DateTimeException("in UTC its year has not four digits: wanted " + WANTED);
            }
            return seconds * MICROS + fraction;
        }

        private long day(int year, int month, int day) {
            try {
                return LocalDate.of(year, month, day).toEpochDay();
            } catch (DateTimeException e) {
                throw new DateTimeException(e.getMessage() + "; wanted " + WANTED, e);
            }
        }

        private long fraction() {
            if (at == end || iso[at] != '.') {
                return 0;
            }
            int from = ++at;
            long fraction = 0;
            for (long unit = MICROS / 10; at < end && isDigit(iso[at]); unit /= 10) {
                fraction += unit * (iso[at++] - '0');
            }
            if (at == from || at - from > DECIMALS_MAX) {
                throw refused();
            }
            return fraction;
        }

        private long offset() {
            if (at < end && iso[at] == 'Z') {
                at++;
                return 0;
            }
            boolean behind = at < end && iso[at] == '-';
            expect(behind ? '-' : '+');
            int hours = below(19, digits(2));
            expect(':');
            int seconds = hours * 3600 + below(60, digits(2)) * 60;
            return behind ? -seconds : seconds;
        }

        private int digits(int count) {
            int number = 0;
            for (int behind = at + count; at < behind; at++) {
                if (at >= end || !isDigit(iso[at])) {
                    throw refused();
                }
                number = number * 10 + iso[at] - '0';
            }
            return number;
        }

        private int below(int bound, int number) {
            if (number >= bound) {
                throw refused();
            }
            return number;
        }

        private void expect(char c) {
            if (at >= end || iso[at] != c) {
                throw refused();
            }
            at++;
        }

        private static boolean isDigit(byte c) {
            return c >= '0' && c <= '9';
        }

        private DateTimeException refused() {
            return new DateTimeException("not a time: wanted " + WANTED);
        }
    }
}
