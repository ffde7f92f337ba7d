package io.trove.refusal;

/** A whole number that somebody set by a variable, within bounds; whoever set another reads what it may be. */
public final class Whole {

    private Whole() {}

    /** The number that a text is; {@link CannotStart} names the variable when it is none, or out of bounds. */
    public static long of(String name, String text, long least, long most) {
        String sentence = "%s is %s; set it to a whole number from %d to %d.".formatted(name, text, least, most);
        try {
            long number = Long.parseLong(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notWhole) {
            throw new CannotStart(sentence, notWhole);
        }
        throw new CannotStart(sentence);
    }
}
