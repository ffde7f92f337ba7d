package io.trove.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The modules beside this one: their classes and their sources. */
final class Modules {

    static final JavaClasses SCHEMA = classes("schema-module");
    static final JavaClasses EJB = classes("ejb-module");
    static final JavaClasses WEB = classes("web-module");
    static final JavaClasses ALL = classes("schema-module", "ejb-module", "web-module");

    private Modules() {}

    /** The Java sources under this part of every module, such as {@code src/main/java}. */
    static List<Path> sources(String part) {
        return Stream.of("schema-module", "ejb-module", "web-module", "ear")
                .map(module -> Path.of("..", module, part))
                .filter(Files::isDirectory)
                .flatMap(Modules::javaFiles)
                .toList();
    }

    private static Stream<Path> javaFiles(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static JavaClasses classes(String... modules) {
        return new ClassFileImporter()
                .importPaths(Stream.of(modules)
                        .map(module -> Path.of("..", module, "target", "classes"))
                        .toList());
    }
}
