package io.trove.start;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The terminal itself, past Liberty's log: what is said here, a password above all, is in no log file. */
final class Terminal {

    private Terminal() {}

    static void say(String text) {
        print(FileDescriptor.out, text);
    }

    static void complain(String text) {
        print(FileDescriptor.err, text);
    }

    private static void print(FileDescriptor terminal, String text) {
        PrintStream stream = new PrintStream(new FileOutputStream(terminal), true, StandardCharsets.UTF_8);
        stream.println(text);
    }
}
