/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.ProvincePack;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.dsl.internal.library.LibraryIndex;
import org.bieumau.dsl.internal.reading.LibraryResources;
import org.bieumau.model.Agency;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.Rule;
import org.bieumau.model.Severity;
import org.eclipse.emf.common.util.URI;

/**
 * Lists the contents of the libraries that a file in the current folder can use: those in the folder, in the packs, and
 * in the libraries of the command line.
 */
final class LibraryLists {

    private static final Path HERE = Path.of("x.bieu").toAbsolutePath();

    private final Registry registry;
    private final List<Path> libraries;
    private final String province;
    private final PrintWriter out;

    /** @param province the code of a province, to leave out the packs of all others; null for all provinces */
    LibraryLists(Registry registry, List<Path> libraries, String province, PrintWriter out) {
        this.registry = registry;
        this.libraries = libraries;
        this.province = province;
        this.out = out;
    }

    void printTemplates() throws ProblemException {
        print(FormTemplate.class, template -> {
            var resolved = ResolvedTemplate.of(template);
            return join(resolved.label(), resolved.title());
        });
    }

    void printAgencies() throws ProblemException {
        print(Agency.class, agency -> join(agency.getTitle(), agency.getAbbreviation()));
    }

    /** Prints the rules of libraries, and the checks of the layout profile. */
    void printRules() throws ProblemException {
        print(
                Rule.class,
                rule -> severity(rule.getSeverity()) + ": " + join(rule.getMessage(), bracketed(rule.getSource())));
        var id = province == null
                ? LayoutProfile.DEFAULT
                : registry.profileOfProvince(province).orElse(LayoutProfile.DEFAULT);
        registry.profile(id)
                .ifPresent(profile -> profile.checks()
                        .forEach(check -> line(
                                check.code(),
                                join(severity(check.severity()), bracketed(check.source())),
                                profile.id())));
    }

    /** Prints the places of each library. Only the first one is used. */
    void printLibraries() throws ProblemException {
        var index = index(new LibraryResources(libraries, registry));
        var from = LibraryIndex.uri(HERE);
        for (var library : index.names(from)) {
            var origins = index.origins(library, from);
            for (var origin : origins) {
                var use = origin == origins.getFirst() ? "" : CliMessages.ALL.text("list.unused");
                line(library, use, origin.text());
            }
        }
    }

    private static LibraryIndex index(LibraryResources resources) throws ProblemException {
        resources.lookAround(HERE);
        return LibraryIndex.of(resources.resources());
    }

    private <T extends LibraryElement> void print(Class<T> kind, Function<T, String> text) throws ProblemException {
        var resources = new LibraryResources(libraries, registry);
        var index = index(resources);
        var from = LibraryIndex.uri(HERE);
        var others = packsOfOthers();
        for (var library : index.names(from)) {
            for (var file : Libraries.readable(index.files(library, from), resources.resources())) {
                if (file.getURI().isFile() || !others.contains(file.getURI().segment(0))) {
                    Libraries.named(file, kind)
                            .forEach(each ->
                                    line(library + "." + each.getName(), text.apply(each), origin(file.getURI())));
                }
            }
        }
    }

    private Set<String> packsOfOthers() {
        return registry.provinces().stream()
                .map(ProvincePack::id)
                .filter(pack -> province != null
                        && !registry.provinceOfPack(pack).isEmpty()
                        && !registry.provinceOfPack(pack).equals(province))
                .collect(Collectors.toSet());
    }

    private void line(String name, String text, String origin) {
        out.printf("%-44s %s  [%s]%n", name, text, origin);
    }

    private static String origin(URI file) {
        return file.isFile() ? file.toFileString() : URI.decode(file.toString());
    }

    private static String severity(Severity severity) {
        return CoreMessages.ALL.text("severity." + severity.getName().toUpperCase(Locale.ROOT));
    }

    private static String bracketed(String source) {
        return source == null || source.isEmpty() || source.equals("-") ? null : "(" + source + ")";
    }

    private static String join(String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(" "));
    }
}
