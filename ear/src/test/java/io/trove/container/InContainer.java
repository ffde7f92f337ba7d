package io.trove.container;

import io.trove.container.code.Readings;
import io.trove.server.Site;
import java.io.File;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that runs inside the packaged EAR, in a web module beside the faces. */
@Tag("in-container")
@ExtendWith(ArquillianExtension.class)
abstract class InContainer {

    private static final String DESCRIPTOR = "META-INF/application.xml";

    @Deployment
    static EnterpriseArchive packagedEarWithTests() throws Exception {
        File packaged = new File("target").listFiles((directory, name) -> name.endsWith(".ear"))[0];
        EnterpriseArchive ear = ShrinkWrap.create(ZipImporter.class, "in-container.ear")
                .importFrom(packaged)
                .as(EnterpriseArchive.class);
        WebArchive tests = ShrinkWrap.create(WebArchive.class, "in-container.war")
                .addPackage(InContainer.class.getPackage())
                .addPackage(Site.class.getPackage())
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
        String descriptor =
                new String(ear.get(DESCRIPTOR).getAsset().openStream().readAllBytes(), StandardCharsets.UTF_8);
        ear.delete(DESCRIPTOR);
        JavaArchive code = ShrinkWrap.create(JavaArchive.class, "code.jar")
                .addPackage(Readings.class.getPackage())
                .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml");
        return ear.add(new StringAsset(withTests(descriptor)), DESCRIPTOR)
                .addAsLibrary(code)
                .addAsModule(Testable.archiveToTest(tests));
    }

    private static String withTests(String descriptor) {
        return descriptor.replaceFirst(
                "<module>",
                "<module><web><web-uri>in-container.war</web-uri><context-root>/in-container</context-root></web></module>"
                        + "<module>");
    }
}
