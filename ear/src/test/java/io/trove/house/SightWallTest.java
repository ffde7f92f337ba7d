package io.trove.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whatever the API and the console show of events, they show by a sight: there is no other way to the facades that read. */
class SightWallTest {

    private static final String SIGHT = "io.trove.access.Sight";
    private static final Set<String> FACES = Set.of("api", "console");

    /** The components whose facades read events; jobs find out themselves what their caller sees. */
    private static final Set<String> READING = Set.of("query", "files", "links", "integrity", "entities");

    /** What these tell is not of events, or the same for everyone who may ask: definitions, bytes sent, digests, audits. */
    private static final Set<String> WITHOUT_SIGHT = new TreeSet<>(Set.of("""
            Auditing.find Auditing.newest Auditing.start
            Blobs.keep Blobs.receive Blobs.requireRoom
            Checkpoints.before Checkpoints.keyOf Checkpoints.keys Checkpoints.newest Checkpoints.ofSize Checkpoints.watches
            Commanding.find Commanding.register Commanding.types
            Disclosing.verify
            Proving.consistency Proving.entries Proving.inclusion Proving.tile
            Roots.grant Roots.of Roots.revoke
            Rotating.rotate
            Verifying.newest Verifying.start
            Witnessing.add Witnessing.key""".split("\\s+")));

    @Test
    void each_method_of_a_reading_facade_that_a_face_calls_takes_a_sight_or_is_listed_here() {
        Set<String> without = new TreeSet<>();
        for (JavaClass type : Modules.ALL) {
            if (READING.contains(component(type)) && isFacade(type)) {
                type.getMethods().stream()
                        .filter(method ->
                                method.getModifiers().contains(JavaModifier.PUBLIC) && isCalledByFaces(method))
                        .filter(method -> method.getRawParameterTypes().stream().noneMatch(SightWallTest::holdsASight))
                        .forEach(method -> without.add(type.getSimpleName() + "." + method.getName()));
            }
        }
        assertEquals(WITHOUT_SIGHT, without);
    }

    @Test
    void only_access_makes_a_sight() {
        List<String> makers = Modules.ALL.get(SIGHT).getMethods().stream()
                .filter(method -> method.getRawReturnType().getName().equals(SIGHT))
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaMethod::getName)
                .toList();
        assertEquals(List.of(), makers);
        assertEquals(
                List.of(),
                Modules.ALL.get(SIGHT).getConstructors().stream()
                        .filter(made -> !made.getModifiers().contains(JavaModifier.PRIVATE))
                        .toList());
    }

    private static boolean isFacade(JavaClass type) {
        return type.isAnnotatedWith("jakarta.ejb.Stateless") || type.isAnnotatedWith("jakarta.ejb.Singleton");
    }

    private static boolean isCalledByFaces(JavaMethod method) {
        return method.getAccessesToSelf().stream()
                .anyMatch(access -> FACES.contains(component(access.getOriginOwner())));
    }

    private static boolean holdsASight(JavaClass type) {
        return type.getName().equals(SIGHT)
                || type.getFields().stream()
                        .anyMatch(field -> field.getRawType().getName().equals(SIGHT));
    }

    private static String component(JavaClass type) {
        return type.getPackageName().replaceFirst("^io\\.trove\\.", "");
    }
}
