package io.trove.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WallsTest {

    /** What two parties must agree on. */
    private static final List<String> AGREED =
            List.of("event", "dialect", "expression", "containment", "jsonschema", "merkle", "evidence");

    /** The components of ejb-module in the design's order: each may use the ones before it, and what is agreed. */
    private static final List<String> COMPONENTS = List.of(
            "refusal",
            "crypto",
            "filter",
            "ledger",
            "registry",
            "access",
            "query",
            "files",
            "links",
            "integrity",
            "entities",
            "triggers",
            "sync",
            "jobs",
            "start");

    private static final List<String> FACES = List.of("api", "console");

    @TestFactory
    List<DynamicTest> a_component_uses_only_what_is_listed_above_it() {
        List<DynamicTest> walls = new ArrayList<>();
        for (int i = 0; i < COMPONENTS.size(); i++) {
            String component = COMPONENTS.get(i);
            String[] above = packages(COMPONENTS.subList(i + 1, COMPONENTS.size()), FACES);
            walls.add(DynamicTest.dynamicTest(
                    component,
                    () -> noClasses()
                            .that()
                            .resideInAPackage("io.trove." + component + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(above)
                            .allowEmptyShould(true)
                            .check(Modules.ALL)));
        }
        return walls;
    }

    @Test
    void every_package_is_one_that_the_design_lists() {
        Set<String> unknown = new TreeSet<>();
        for (JavaClass type : Modules.ALL) {
            String component = type.getPackageName().replaceFirst("^io\\.trove\\.", "");
            if (!AGREED.contains(component) && !COMPONENTS.contains(component) && !FACES.contains(component)) {
                unknown.add(type.getPackageName());
            }
        }
        assertEquals(Set.of(), unknown);
    }

    @Test
    void components_have_no_circle() {
        slices().matching("io.trove.(*)..").should().beFreeOfCycles().check(Modules.ALL);
    }

    @Test
    void what_is_agreed_needs_no_container_and_no_component() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta..", "javax.sql..", "org.eclipse.microprofile..")
                        .or(resideInAnyPackage(packages(COMPONENTS, FACES))))
                .check(Modules.SCHEMA);
    }

    @Test
    void the_json_tree_stays_in_schema_module() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tools.jackson..")
                .check(Modules.EJB);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tools.jackson..")
                .check(Modules.WEB);
    }

    @Test
    void faces_do_not_know_each_other() {
        noClasses()
                .that()
                .resideInAPackage("io.trove.api..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.trove.console..")
                .check(Modules.WEB);
        noClasses()
                .that()
                .resideInAPackage("io.trove.console..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.trove.api..")
                .check(Modules.WEB);
    }

    @Test
    void faces_use_facades_and_values_only() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.persistence.."))
                .check(Modules.WEB);
        classes()
                .that()
                .resideInAnyPackage(packages(FACES, List.of()))
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfPackages(packages(COMPONENTS, List.of())).or(facadesAndValues()))
                .check(Modules.ALL);
    }

    @Test
    void what_is_public_is_used_from_outside_or_by_the_container() {
        Set<String> needless = new TreeSet<>();
        for (JavaClass type : Modules.ALL) {
            if (!AGREED.contains(type.getPackageName().replaceFirst("^io\\.trove\\.", ""))
                    && type.isTopLevelClass()
                    && type.getModifiers().contains(JavaModifier.PUBLIC)
                    && !isValue(type)
                    && !meetsTheContainer(type)
                    && !usedFromOutside(type)) {
                needless.add(type.getName());
            }
        }
        assertEquals(Set.of(), needless);
    }

    @Test
    void every_package_has_its_specification() {
        Set<Path> without = Modules.sources("src/main/java").stream()
                .map(Path::getParent)
                .filter(directory -> !Files.exists(directory.resolve("package-info.java")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), without);
    }

    private static DescribedPredicate<JavaClass> facadesAndValues() {
        return new DescribedPredicate<>("facades and values") {
            @Override
            public boolean test(JavaClass type) {
                return type.isAnnotatedWith("jakarta.ejb.Stateless")
                        || type.isAnnotatedWith("jakarta.ejb.Singleton")
                        || isValue(type)
                        || (type.getModifiers().contains(JavaModifier.FINAL) && !meetsTheContainer(type));
            }
        };
    }

    private static boolean isValue(JavaClass type) {
        return type.isInterface() || type.isRecord() || type.isEnum() || type.isAssignableTo(Throwable.class);
    }

    private static boolean meetsTheContainer(JavaClass type) {
        return type.getAnnotations().stream()
                        .anyMatch(
                                annotation -> annotation.getRawType().getName().startsWith("jakarta."))
                || type.getMethods().stream()
                        .anyMatch(method -> !method.getAnnotations().isEmpty())
                || type.getAllRawInterfaces().stream()
                        .anyMatch(name -> name.getName().startsWith("jakarta."))
                || type.getAllRawSuperclasses().stream()
                        .anyMatch(name -> name.getName().startsWith("jakarta."));
    }

    private static boolean usedFromOutside(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
    }

    private static String[] packages(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        return all.stream().map(name -> "io.trove." + name + "..").toArray(String[]::new);
    }
}
