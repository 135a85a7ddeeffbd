/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.architecture.tests;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the architecture: which bundles and packages may depend on which. */
class ArchitectureTest {

    private static final List<Bundle> BUNDLES = Bundle.all();
    private static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";

    /** The formats: the bundles with an exporter, except provinces. */
    private static final Set<String> FORMATS = BUNDLES.stream()
            .filter(bundle -> bundle.provides("org.bieumau.core.spi.Exporter"))
            .map(ArchitectureTest::shortName)
            .filter(name -> !name.startsWith("province."))
            .collect(Collectors.toSet());

    /** The bundles of the project that a format, a province or a data source may use, as may bundles of others. */
    private static final Set<String> PLUGIN_FLOOR = Set.of("model", "core");

    /**
     * The bundles of the project that each other bundle may use. Names are without the prefix <code>org.bieumau.</code>
     * .
     */
    private static final Map<String, Set<String>> FLOORS = floors();

    private static Map<String, Set<String>> floors() {
        var floors = new HashMap<String, Set<String>>();
        floors.put("model", Set.of());
        floors.put("model.edit", Set.of("model"));
        floors.put("log4j", Set.of());
        floors.put("core", Set.of("model"));
        floors.put("ooxml", Set.of("model", "core"));
        floors.put("docx", Set.of("model", "core", "ooxml"));
        floors.put("xlsx", Set.of("model", "core", "ooxml"));
        floors.put("legacy", Set.of("model", "core", "ooxml"));
        floors.put("examples", Set.of());
        floors.put("doc", Set.of());
        floors.put("checking", Set.of("model", "core", "reading"));
        floors.put("consolidation", Set.of("model", "core", "reading"));
        floors.put("dsl", Set.of("model", "core"));
        floors.put("dsl.ide", Set.of("model", "core", "dsl", "reading", "consolidation"));
        floors.put(
                "cli",
                Set.of("model", "core", "dsl", "dsl.ide", "reading", "checking", "consolidation", "examples", "doc"));
        floors.put("dsl.ui", Set.of("model", "core", "dsl", "dsl.ide"));
        floors.put("editor", Set.of("model", "core", "dsl", "dsl.ide", "dsl.ui", "pdf"));
        floors.put(
                "rcp",
                Set.of(
                        "model",
                        "core",
                        "dsl",
                        "reading",
                        "checking",
                        "consolidation",
                        "dsl.ide",
                        "dsl.ui",
                        "editor",
                        "examples",
                        "doc"));
        return floors;
    }

    /**
     * The floors of core, from the bottom up. A package may use its own floor and those before it. Names are without
     * the prefix <code>org.bieumau.core.</code>.
     */
    private static final List<Set<String>> CORE = List.of(
            Set.of("internal.text", "text"),
            Set.of("problem", "internal.spelling"),
            Set.of("internal.law"),
            Set.of("expression", "internal.expression"),
            Set.of("internal.prose"),
            Set.of("profile"),
            Set.of("form", "document", "source"),
            Set.of("internal.sheet"),
            Set.of("environment"),
            Set.of("internal.resolved"),
            Set.of("internal.value"),
            Set.of("internal.data"),
            Set.of("internal.check"),
            Set.of("check", "layout"),
            Set.of("spi"),
            Set.of("pack", "internal.regime"),
            Set.of("registry"),
            Set.of("internal.registry", "internal.export", "internal.starter"));

    static Stream<String> bundleNames() {
        return BUNDLES.stream().map(Bundle::name);
    }

    private static Bundle bundle(String name) {
        return BUNDLES.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String shortName(Bundle bundle) {
        return bundle.name().substring("org.bieumau.".length());
    }

    /** Returns the dependencies of a bundle on other bundles of the project. */
    private static Stream<Dependency> toOthers(Bundle bundle) {
        return bundle.classes().stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency ->
                        owner(dependency.getTargetClass()) != null && owner(dependency.getTargetClass()) != bundle);
    }

    private static final Map<String, Bundle> OWNERS = new HashMap<>();

    static {
        BUNDLES.forEach(bundle -> bundle.packages().forEach(name -> OWNERS.put(name, bundle)));
    }

    /** Returns the bundle of a class; null if the class is not part of the project. */
    private static Bundle owner(JavaClass type) {
        return OWNERS.get(type.getBaseComponentType().getPackageName());
    }

    private static Set<String> floor(Bundle bundle) {
        return FLOORS.getOrDefault(shortName(bundle), PLUGIN_FLOOR);
    }

    @Test
    void everyFloorHasABundleAndEveryBundleHasClasses() {
        var unknown = new TreeSet<>(FLOORS.keySet());
        BUNDLES.forEach(bundle -> unknown.remove(shortName(bundle)));
        assertEquals(Set.of(), unknown);
        BUNDLES.forEach(bundle -> assertTrue(
                bundle.classes().stream().findAny().isPresent(), () -> bundle.name() + " has not been compiled"));
    }

    @ParameterizedTest
    @MethodSource("bundleNames")
    void bundlesUseOnlyLowerFloors(String name) {
        var bundle = bundle(name);
        var wrong = new TreeSet<String>();
        toOthers(bundle)
                .filter(dependency -> !floor(bundle).contains(shortName(owner(dependency.getTargetClass()))))
                .forEach(dependency -> wrong.add(dependency.getDescription()));
        assertEquals(Set.of(), wrong);
    }

    @ParameterizedTest
    @MethodSource("bundleNames")
    void packagesHaveNoCycles(String name) {
        var bundle = bundle(name);
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return owner(type) == bundle && bundle.isHandWritten(type)
                                ? SliceIdentifier.of(type.getPackageName())
                                : SliceIdentifier.ignore();
                    }

                    @Override
                    public String getDescription() {
                        return "hand-written packages of " + bundle.name();
                    }
                })
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(bundle.classes());
    }

    @Test
    void packagesOfCoreUseOnlyLowerFloors() {
        var core = bundle("org.bieumau.core");
        var floors = new HashMap<String, Integer>();
        for (int floor = 0; floor < CORE.size(); floor++) {
            for (var name : CORE.get(floor)) {
                floors.put("org.bieumau.core." + name, floor);
            }
        }
        assertEquals(new TreeSet<>(core.packages().toList()), new TreeSet<>(floors.keySet()));
        var wrong = new TreeSet<String>();
        for (var type : core.classes()) {
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                var target = dependency.getTargetClass().getBaseComponentType();
                if (owner(target) == core && floors.get(target.getPackageName()) > floors.get(type.getPackageName())) {
                    wrong.add(dependency.getDescription());
                }
            }
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void formatsUseNeitherOtherFormatsNorTheLanguage() {
        for (var format : FORMATS) {
            noClasses()
                    .should()
                    .dependOnClassesThat(describe("belong to another format or to the language", type -> {
                        var owner = owner(type);
                        return owner != null
                                && !shortName(owner).equals(format)
                                && (FORMATS.contains(shortName(owner))
                                        || shortName(owner).startsWith("dsl"));
                    }))
                    .check(bundle("org.bieumau." + format).classes());
        }
    }

    /**
     * A program that embeds the writers decides about its logging: a log API without a backend prints to standard
     * error.
     */
    @Test
    void writersUseNoLogging() {
        var writers = new TreeSet<>(FORMATS);
        writers.addAll(Set.of("ooxml", "core", "model"));
        for (var writer : writers) {
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.apache.logging..", "org.apache.poi..", "org.apache.commons..", "org.slf4j..")
                    .check(bundle("org.bieumau." + writer).classes());
        }
    }

    /** Only required bundles are part of the command line and of the Studio. */
    @Test
    void commandLineAndStudioHaveEachFormat() {
        assertTrue(FORMATS.containsAll(Set.of("docx", "xlsx", "pdf", "html")), FORMATS::toString);
        for (var program : List.of("org.bieumau.cli", "org.bieumau.rcp")) {
            for (var format : FORMATS) {
                assertTrue(bundle(program).requires().contains("org.bieumau." + format), program + ": " + format);
            }
        }
    }

    /** All bundles below dsl.ui run in plain Java, without a UI, a workspace or a running OSGi framework. */
    @Test
    void bundlesBelowTheUiRunInPlainJava() {
        var withUi = Set.of("dsl.ui", "editor", "rcp", "log4j");
        for (var bundle : BUNDLES) {
            if (!withUi.contains(shortName(bundle))) {
                noClasses()
                        .that(describe(
                                "do not read the extension registry of a running framework",
                                type -> !type.getName().equals("org.bieumau.core.registry.Extensions")))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "org.eclipse.swt..",
                                "org.eclipse.jface..",
                                "org.eclipse.ui..",
                                "org.eclipse.core.resources..",
                                "org.eclipse.core.runtime..",
                                "org.eclipse.core.filebuffers..",
                                "org.osgi..")
                        .check(bundle.classes());
            }
        }
    }

    /** A package that is not exported to everybody is used only by the bundles that its manifest names as friends. */
    @Test
    void internalPackagesAreUsedOnlyByTheirFriends() {
        var strangers = new TreeSet<String>();
        for (var bundle : BUNDLES) {
            toOthers(bundle).forEach(dependency -> {
                var target = dependency.getTargetClass().getBaseComponentType();
                var friends = owner(target).exports().getOrDefault(target.getPackageName(), Set.of());
                if (friends != Bundle.EVERYBODY && !friends.contains(bundle.name())) {
                    strangers.add(dependency.getDescription());
                }
            });
        }
        assertEquals(Set.of(), strangers);
    }

    /** A package is exported to everybody if and only if its name does not contain <code>internal</code>. */
    @Test
    void onlyInternalPackagesHaveFriends() {
        var wrong = new TreeSet<String>();
        for (var bundle : BUNDLES) {
            bundle.exports().forEach((name, friends) -> {
                if ((friends == Bundle.EVERYBODY) == name.contains(".internal")) {
                    wrong.add(name);
                }
            });
        }
        // The Xtext generator determines the package names of the language; tests use the packs of provinces.
        wrong.removeIf(name ->
                !name.contains(".internal") && name.matches("org\\.bieumau\\.(dsl(\\.[a-z0-9.]+)?|province\\.[a-z]+)"));
        assertEquals(Set.of(), wrong);
    }

    /** Hand-written API packages are null-marked, and the build of their bundle analyses them. */
    @Test
    void apiPackagesAreNullMarkedAndAnalysed() throws IOException {
        var wrong = new TreeSet<String>();
        for (var bundle : BUNDLES) {
            var isAnalysed =
                    Files.readString(bundle.folder().resolve("pom.xml")).contains("compiler.errors.nullMarked");
            for (var export : bundle.exports().entrySet()) {
                var types = bundle.classes().stream()
                        .filter(type -> type.getPackageName().equals(export.getKey()))
                        .toList();
                if (export.getValue() == Bundle.EVERYBODY
                        && types.stream().allMatch(bundle::isHandWritten)
                        && !(isAnalysed && types.stream().anyMatch(type -> type.isAnnotatedWith(NULL_MARKED)))) {
                    wrong.add(export.getKey());
                }
            }
        }
        assertEquals(Set.of(), wrong);
    }

    /** The API of the bundles that run headless is listed by ApiTest, which loads them in OSGi. */
    @Test
    void pageContractIsTheOnlyApiOfTheWorkbench() {
        var open = new TreeSet<String>();
        for (var name : List.of("org.bieumau.dsl.ui", "org.bieumau.editor", "org.bieumau.rcp")) {
            bundle(name).exports().forEach((exported, friends) -> {
                if (friends == Bundle.EVERYBODY) {
                    open.add(exported);
                }
            });
        }
        assertEquals(Set.of("org.bieumau.editor.spi"), open);
    }
}
