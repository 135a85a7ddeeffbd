/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/**
 * Checks the versions of libraries. The parent POM (for plain Maven) and the target platform (for OSGi) must have the
 * same versions, so that both run the same code. The BOM is checked by <code>releng/consumers/artifacts</code>.
 */
class DependencyVersionsTest {

    private static final Path ROOT = Path.of("../..");
    private static final Path PARENT = ROOT.resolve("releng/pom.xml");
    private static final Path TARGET = ROOT.resolve("releng/org.bieumau.target/org.bieumau.target.target");
    /** The POM of a new pack. The project has no parent and therefore has its own version of JUnit. */
    private static final Path STARTER =
            ROOT.resolve("bundles/org.bieumau.core/src/org/bieumau/core/internal/starter/java/pom.xml");

    /** Groups of libraries that the target platform includes transitively, or that only tests in plain Java use. */
    private static final Set<String> TRANSITIVE =
            Set.of("org.eclipse.platform", "com.tngtech.archunit", "nu.validator", "org.verapdf");

    /** A library of which tests need another version than the programs, see the POM. */
    private static final String VERSION_FOR_TESTS = "com.ibm.icu";

    private static final Pattern PROPERTY = Pattern.compile("\\$\\{(.+)}");

    /** @param version the version; empty if the file has none */
    private record Dependency(String group, String artifact, String version) {

        /** Returns whether the artifact is part of this project. */
        boolean isOwn() {
            return group.equals("org.bieumau");
        }
    }

    /** Returns the dependencies of a POM or target file, without the dependencies of Maven plug-ins. */
    private static List<Dependency> dependencies(Path file) throws Exception {
        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
        var found = new ArrayList<Dependency>();
        var nodes = root.getElementsByTagName("dependency");
        for (int i = 0; i < nodes.getLength(); i++) {
            var dependency = (Element) nodes.item(i);
            if (!dependency.getParentNode().getParentNode().getNodeName().equals("plugin")) {
                var version = text(dependency, "version");
                var property = PROPERTY.matcher(version);
                found.add(new Dependency(
                        text(dependency, "groupId"),
                        text(dependency, "artifactId"),
                        property.matches() ? text(root, property.group(1)) : version));
            }
        }
        assertFalse(found.isEmpty(), file::toString);
        return found;
    }

    private static String text(Element parent, String name) {
        var first = parent.getElementsByTagName(name).item(0);
        return first == null ? "" : first.getTextContent();
    }

    /** Returns the POMs of all modules in <code>bundles</code> and <code>dsl</code>. */
    private static List<Path> modules() throws IOException {
        var poms = new ArrayList<Path>();
        for (var folder : List.of("bundles", "dsl")) {
            try (var modules = Files.list(ROOT.resolve(folder))) {
                modules.map(module -> module.resolve("pom.xml"))
                        .filter(Files::exists)
                        .forEach(poms::add);
            }
        }
        return poms;
    }

    @Test
    void parentPomAndTargetPlatformHaveTheSameVersions() throws Exception {
        var target = dependencies(TARGET);
        for (var managed : dependencies(PARENT)) {
            var versions = versions(target.stream().filter(each -> sameArtifact(each, managed)));
            if (versions.isEmpty()) {
                // The target lists the parts of an aggregate artifact, such as JUnit. All parts have its version.
                versions = versions(target.stream().filter(each -> each.group().equals(managed.group())));
            }
            if (versions.size() == 1) {
                assertEquals(managed.version(), versions.getFirst(), managed::toString);
            } else {
                assertTrue(TRANSITIVE.contains(managed.group()), managed + " is not in the target: " + versions);
            }
        }
    }

    private static List<String> versions(Stream<Dependency> dependencies) {
        return dependencies.map(Dependency::version).distinct().toList();
    }

    private static boolean sameArtifact(Dependency one, Dependency other) {
        return one.group().equals(other.group()) && one.artifact().equals(other.artifact());
    }

    @Test
    void modulesSpecifyNoVersionOfALibrary() throws Exception {
        for (var pom : modules()) {
            if (Files.readString(pom).contains("<dependency>")) {
                assertEquals(
                        List.of(),
                        dependencies(pom).stream()
                                .filter(each -> !each.isOwn() && !each.version().isEmpty())
                                .filter(each -> !(pom.endsWith("org.bieumau.html.tests/pom.xml")
                                        && each.group().equals(VERSION_FOR_TESTS)))
                                .toList(),
                        pom::toString);
            }
        }
    }

    @Test
    void newPackUsesTheSameJUnit() throws Exception {
        var managed = dependencies(PARENT);
        assertEquals(
                junit(managed.stream()).toList(),
                junit(dependencies(STARTER).stream()).toList());
    }

    private static Stream<String> junit(Stream<Dependency> dependencies) {
        return dependencies
                .filter(each -> each.group().equals("org.junit.jupiter"))
                .map(each -> each.artifact() + " " + each.version());
    }
}
